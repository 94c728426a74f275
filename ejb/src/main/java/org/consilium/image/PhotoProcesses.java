package org.consilium.image;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.image.ImageRefusedException.Reason;

/**
 * The processes that decode for this node: as many as photos are worked on at once ({@link UploadPlaces}), started when
 * they are needed, and kept.
 */
@ApplicationScoped
public class PhotoProcesses {

    private static final Logger LOG = Logger.getLogger(PhotoProcesses.class.getName());

    /** Many times what the largest photo takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A process may end for reasons that are not the file's. */
    private static final int ATTEMPTS = 2;

    private final ConcurrentLinkedDeque<PhotoProcess> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /**
     * Has a file developed by a process of its own.
     *
     * @throws ImageRefusedException when it is no photo that can be taken, or ends each process that it is given to
     * @throws ImagesUnavailableException when no process can be started
     */
    Photo develop(byte[] file, PixelLimits limits) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            PhotoProcess process = take();
            boolean well = false;
            try {
                Photo photo = process.develop(file, limits, PATIENCE);
                well = true;
                return photo;
            } catch (ImageRefusedException refused) {
                well = true;
                throw refused;
            } catch (IOException ended) {
                LOG.log(Level.WARNING, "a process has ended while it decoded a photo", ended);
            } finally {
                leave(process, well);
            }
        }
        throw new ImageRefusedException(Reason.TRUNCATED);
    }

    private void leave(PhotoProcess process, boolean well) {
        if (well) {
            idle.push(process);
        }
        if (!well || closed) {
            process.close();
        }
    }

    private PhotoProcess take() {
        PhotoProcess known = idle.poll();
        if (known != null && known.handle().isAlive()) {
            return known;
        }
        try {
            return PhotoProcess.start();
        } catch (IOException noRoom) {
            throw new ImagesUnavailableException("no process can be started to decode photos", noRoom);
        }
    }

    @PreDestroy
    void close() {
        closed = true;
        idle.forEach(PhotoProcess::close);
    }
}
