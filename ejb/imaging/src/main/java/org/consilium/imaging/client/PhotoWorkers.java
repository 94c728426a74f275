package org.consilium.imaging.client;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.imaging.WorkerProtocol.Request;

/** The worker processes of a node: started when they are needed, and kept; each takes one photo at a time. */
public final class PhotoWorkers implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PhotoWorkers.class.getName());

    /** Many times what the largest photo takes. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A process may end for reasons that are not the file's. */
    private static final int ATTEMPTS = 2;

    private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();
    private final WorkerChannel.Launcher launcher;
    private volatile boolean closed;

    private PhotoWorkers(WorkerChannel.Launcher launcher) {
        this.launcher = launcher;
    }

    /** Workers that are children of this process. */
    public static PhotoWorkers asChildren() {
        return new PhotoWorkers(ChildProcess::launch);
    }

    /**
     * Workers that a service starts, one for each connection.
     *
     * @param socket a Unix socket
     */
    public static PhotoWorkers ofService(Path socket) {
        return new PhotoWorkers(() -> ServiceConnection.open(socket));
    }

    /**
     * Has a file processed by a worker.
     *
     * @throws PhotoRefusedException if the file is not a photo that can be processed, or ends each worker that gets it
     * @throws NoWorkerException if no process can be started
     */
    public ProcessedPhoto process(Request request) throws NoWorkerException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Worker worker = take();
            boolean reusable = false;
            try {
                ProcessedPhoto photo = worker.process(request, TIMEOUT);
                reusable = true;
                return photo;
            } catch (PhotoRefusedException refused) {
                reusable = true;
                throw refused;
            } catch (IOException ended) {
                LOG.log(Level.WARNING, "a worker process ended while it decoded a photo", ended);
            } finally {
                release(worker, reusable);
            }
        }
        throw new PhotoRefusedException(Reason.TRUNCATED);
    }

    private void release(Worker worker, boolean reusable) {
        if (reusable) {
            idle.push(worker);
        }
        if (!reusable || closed) {
            worker.close();
        }
    }

    private Worker take() throws NoWorkerException {
        for (Worker known = idle.poll(); known != null; known = idle.poll()) {
            if (known.isAlive()) {
                return known;
            }
            known.close();
        }
        try {
            return Worker.start(launcher, TIMEOUT);
        } catch (IOException noRoom) {
            throw new NoWorkerException(noRoom);
        }
    }

    /** Ends the workers; one that is busy ends with its photo. */
    @Override
    public void close() {
        closed = true;
        idle.forEach(Worker::close);
    }
}
