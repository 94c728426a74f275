package org.consilium.imaging.format;

import com.drew.imaging.riff.RiffHandler;
import com.drew.imaging.riff.RiffProcessingException;
import com.drew.imaging.riff.RiffReader;
import com.drew.lang.SequentialByteArrayReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.format.PhotoFile.Coding;
import org.jspecify.annotations.Nullable;

/** Inspects a WebP (RFC 9649); of an animation the first frame counts. */
public final class WebpFile implements RiffHandler {

    private static final Set<String> READ = Set.of("VP8X", "VP8 ", "VP8L", "ANMF", "EXIF");
    private static final String EXIF_PREFIX = "Exif\0\0";
    private static final int FRAME_HEADER = 16;
    /** Fewer than the file size says: the size field counts what follows it. */
    private static final int RIFF_HEADER = 8;

    private final PixelLimits limits;
    private byte @Nullable [] exif;
    private int width;
    private int height;
    private boolean hasImage;
    private boolean isDamaged;
    private boolean inFrame;

    private WebpFile(PixelLimits limits) {
        this.limits = limits;
    }

    /**
     * Inspects a file.
     *
     * @throws PhotoRefusedException if it is damaged, or has too many pixels
     */
    public static PhotoFile inspect(byte[] file, PixelLimits limits) {
        WebpFile webp = new WebpFile(limits);
        FileBytes bytes = new FileBytes(file);
        webp.read(file);
        bytes.require(0, bytes.little32(4) + RIFF_HEADER);
        if (!webp.hasImage || webp.isDamaged) {
            throw new PhotoRefusedException(Reason.TRUNCATED);
        }
        return new PhotoFile(
                Coding.WEBP,
                webp.width,
                webp.height,
                FileParts.whole(file),
                ExifOrientation.in(webp.exif),
                null,
                4,
                false);
    }

    private void read(byte[] file) {
        try {
            new RiffReader().processRiff(new SequentialByteArrayReader(file), this);
        } catch (RiffProcessingException | IOException truncated) {
            throw new PhotoRefusedException(Reason.TRUNCATED, truncated);
        }
    }

    @Override
    public boolean shouldAcceptRiffIdentifier(String identifier) {
        return identifier.equals("WEBP");
    }

    @Override
    public boolean shouldAcceptChunk(String type) {
        return READ.contains(type) && !(inFrame && type.equals("ANMF"));
    }

    @Override
    public boolean shouldAcceptList(String type) {
        return false;
    }

    @Override
    public void addError(String message) {
        isDamaged = true;
    }

    @Override
    public void processChunk(String type, byte[] data) {
        FileBytes bytes = new FileBytes(data);
        switch (type) {
            case "VP8X" -> canvas(bytes.little24(4) + 1, bytes.little24(7) + 1);
            case "VP8 " -> image(bytes.little16(6) & 0x3FFF, bytes.little16(8) & 0x3FFF);
            case "VP8L" -> {
                long sides = bytes.little32(1);
                image((int) (sides & 0x3FFF) + 1, (int) (sides >> 14 & 0x3FFF) + 1);
            }
            case "ANMF" -> {
                limits.checkWhole(bytes.little24(6) + 1, bytes.little24(9) + 1);
                frame(Arrays.copyOfRange(data, Math.min(FRAME_HEADER, data.length), data.length));
            }
            default -> exif = bytes.copy(bytes.has(0, EXIF_PREFIX) ? EXIF_PREFIX.length() : 0, data.length);
        }
    }

    private void frame(byte[] chunks) {
        SequentialByteArrayReader reader = new SequentialByteArrayReader(chunks);
        reader.setMotorolaByteOrder(false);
        inFrame = true;
        try {
            new RiffReader().processChunks(reader, chunks.length, this);
        } catch (IOException truncated) {
            throw new PhotoRefusedException(Reason.TRUNCATED, truncated);
        } finally {
            inFrame = false;
        }
    }

    private void image(int imageWidth, int imageHeight) {
        hasImage = true;
        if (width == 0) {
            canvas(imageWidth, imageHeight);
        }
        limits.checkWhole(imageWidth, imageHeight);
    }

    private void canvas(int canvasWidth, int canvasHeight) {
        limits.checkWhole(canvasWidth, canvasHeight);
        width = canvasWidth;
        height = canvasHeight;
    }
}
