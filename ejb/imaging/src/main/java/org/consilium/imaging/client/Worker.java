package org.consilium.imaging.client;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.imaging.WorkerProtocol;
import org.consilium.imaging.WorkerProtocol.Request;

/** A {@code PhotoWorker} as the node sees it; for one photo at a time. */
final class Worker implements AutoCloseable {

    private final WorkerChannel channel;
    private final DataInputStream in;
    private final DataOutputStream out;

    private Worker(WorkerChannel channel) {
        this.channel = channel;
        in = new DataInputStream(new BufferedInputStream(channel.fromWorker()));
        out = new DataOutputStream(new BufferedOutputStream(channel.toWorker()));
    }

    /**
     * Starts a worker, and waits until it is ready.
     *
     * @throws IOException if none can be started
     */
    static Worker start(WorkerChannel.Launcher launcher, Duration timeout) throws IOException {
        Worker worker = new Worker(launcher.launch());
        CompletableFuture<Void> limit = worker.endAfter(timeout);
        try {
            WorkerProtocol.awaitReady(worker.in);
            return worker;
        } catch (IOException failed) {
            worker.close();
            throw failed;
        } finally {
            limit.cancel(false);
        }
    }

    /**
     * Has one file processed.
     *
     * @param timeout after which the process is ended
     * @throws PhotoRefusedException if the file is not a photo that can be processed
     * @throws IOException if the process has ended, or did not answer in time; it cannot be used any longer
     */
    ProcessedPhoto process(Request request, Duration timeout) throws IOException {
        CompletableFuture<Void> limit = endAfter(timeout);
        try {
            WorkerProtocol.send(out, request);
            return WorkerProtocol.readAnswer(in);
        } finally {
            limit.cancel(false);
        }
    }

    private CompletableFuture<Void> endAfter(Duration timeout) {
        return CompletableFuture.runAsync(
                channel::close, CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS));
    }

    boolean isAlive() {
        return channel.isAlive();
    }

    @Override
    public void close() {
        channel.close();
    }
}
