package org.consilium.image.upload;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.consilium.image.ImageRefusedException;
import org.consilium.image.ImageRefusedException.Reason;
import org.consilium.image.ImageService;
import org.consilium.image.ImagesUnavailableException;
import org.consilium.imaging.PhotoFormat;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.imaging.WorkerProtocol.Request;
import org.consilium.imaging.client.NoWorkerException;
import org.consilium.imaging.client.PhotoWorkers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Passes files to worker processes, which check and render them within the configured limits. */
@ApplicationScoped
public class PhotoProcessor {

    @Inject
    @ConfigProperty(name = "consilium.image.decoder")
    private Optional<String> decoder;

    @Inject
    @ConfigProperty(name = "consilium.image.max-pixels")
    private long maxPixels;

    @Inject
    @ConfigProperty(name = "consilium.image.max-pixels-whole")
    private long maxPixelsWhole;

    private PhotoWorkers workers = PhotoWorkers.asChildren();

    @PostConstruct
    void open() {
        workers = workers(decoder);
    }

    /** Those of a service, if there is one. */
    static PhotoWorkers workers(Optional<String> socket) {
        return socket.map(Path::of).map(PhotoWorkers::ofService).orElseGet(PhotoWorkers::asChildren);
    }

    /**
     * Checks a file, and creates its renditions.
     *
     * @param withoutMetadata whether to create an original without metadata, too
     * @throws ImageRefusedException if it is not a photo that can be processed
     * @throws ImagesUnavailableException if no worker process can be started
     */
    ProcessedPhoto process(byte[] file, boolean withoutMetadata) {
        try {
            return workers.process(new Request(file, new PixelLimits(maxPixels, maxPixelsWhole), withoutMetadata));
        } catch (PhotoRefusedException refused) {
            throw refusal(refused);
        } catch (NoWorkerException unavailable) {
            throw new ImagesUnavailableException("no worker process is available", unavailable);
        }
    }

    /**
     * Determines the format of a file by its first bytes, in this process.
     *
     * @throws ImageRefusedException if the format is not supported
     */
    static PhotoFormat format(byte[] file) {
        try {
            return PhotoFormat.of(file);
        } catch (PhotoRefusedException refused) {
            throw refusal(refused);
        }
    }

    /**
     * Reads a file up to the size limit.
     *
     * @throws ImageRefusedException if the file is too large or incomplete
     */
    static byte[] read(InputStream content) {
        byte[] file;
        try {
            file = content.readNBytes((int) ImageService.MAX_BYTES + 1);
        } catch (IOException incomplete) {
            throw new ImageRefusedException(Reason.TRUNCATED, incomplete);
        }
        if (file.length > ImageService.MAX_BYTES) {
            throw new ImageRefusedException(Reason.TOO_LARGE);
        }
        return file;
    }

    /** Translates a refusal by a worker. */
    static ImageRefusedException refusal(PhotoRefusedException refused) {
        return new ImageRefusedException(Reason.valueOf(refused.reason().name()), refused);
    }

    @PreDestroy
    void close() {
        workers.close();
    }
}
