package org.consilium.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.consilium.image.ImageRefusedException.Reason;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a file that somebody sent becomes a photo, or is refused: by its content alone, and within bounded memory. */
@ApplicationScoped
public class PhotoLab {

    @Inject
    @ConfigProperty(name = "consilium.image.max-pixels")
    private long maxPixels;

    @Inject
    @ConfigProperty(name = "consilium.image.max-pixels-whole")
    private long maxPixelsWhole;

    @Inject
    private PhotoProcesses processes;

    /**
     * Reads, checks and renders.
     *
     * @throws ImageRefusedException when it is no photo that can be taken
     */
    Photo develop(InputStream content) {
        return develop(read(content));
    }

    /** The same of a file that is in memory. */
    Photo develop(byte[] file) {
        // whoever sends no photo at all is told without a process
        Object unused = PhotoFormat.of(file);
        return processes.develop(file, new PixelLimits(maxPixels, maxPixelsWhole));
    }

    /** The same in this process, which is to be the {@link DarkRoom}'s. */
    static Photo developHere(byte[] file, PixelLimits limits) {
        return developHere(file, limits, JpegCodec.best());
    }

    static Photo developHere(byte[] file, PixelLimits limits, JpegCodec jpeg) {
        PhotoFormat format = PhotoFormat.of(file);
        PhotoFile photo = inspect(format, file, limits);
        return new Photo(format, file, PhotoRenderer.render(photo, jpeg));
    }

    private static PhotoFile inspect(PhotoFormat format, byte[] file, PixelLimits limits) {
        return switch (format) {
            case JPEG -> JpegFile.inspect(file, limits);
            case PNG -> PngFile.inspect(file, limits);
            case WEBP -> WebpFile.inspect(file, limits);
        };
    }

    /** All of it, if that is not too much. */
    static byte[] read(InputStream content) {
        byte[] file;
        try {
            file = content.readNBytes((int) ImageService.MAX_BYTES + 1);
        } catch (IOException brokenOff) {
            throw new ImageRefusedException(Reason.TRUNCATED, brokenOff);
        }
        if (file.length > ImageService.MAX_BYTES) {
            throw new ImageRefusedException(Reason.TOO_LARGE);
        }
        return file;
    }

    /** 64 hexadecimal digits. */
    static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
