package org.consilium.image;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import org.consilium.image.ImageRefusedException.Reason;
import org.consilium.imaging.PhotoFormat;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.imaging.WorkerProtocol.Request;
import org.consilium.imaging.client.NoWorkerException;
import org.consilium.imaging.client.PhotoWorkers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Has photos checked and rendered by worker processes, within the limits of the configuration. */
@ApplicationScoped
public class PhotoProcessor {

    private final PhotoWorkers workers = new PhotoWorkers();

    @Inject
    @ConfigProperty(name = "consilium.image.max-pixels")
    private long maxPixels;

    @Inject
    @ConfigProperty(name = "consilium.image.max-pixels-whole")
    private long maxPixelsWhole;

    /**
     * Checks a file, and makes its renditions.
     *
     * @throws ImageRefusedException if it is not a photo that can be processed
     * @throws ImagesUnavailableException if no worker process can be started
     */
    ProcessedPhoto process(byte[] file) {
        try {
            return workers.process(new Request(file, new PixelLimits(maxPixels, maxPixelsWhole)));
        } catch (PhotoRefusedException refused) {
            throw ImageRefusedException.of(refused);
        } catch (NoWorkerException unavailable) {
            throw new ImagesUnavailableException("photos cannot be processed", unavailable);
        }
    }

    /**
     * Tells the format of a file by its first bytes, in this process.
     *
     * @throws ImageRefusedException if it has no format that is accepted
     */
    static PhotoFormat format(byte[] file) {
        try {
            return PhotoFormat.of(file);
        } catch (PhotoRefusedException refused) {
            throw ImageRefusedException.of(refused);
        }
    }

    /**
     * Reads a file as far as it is not too large.
     *
     * @throws ImageRefusedException if it is, or breaks off
     */
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

    @PreDestroy
    void close() {
        workers.close();
    }
}
