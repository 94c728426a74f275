package org.consilium.ear.fault;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection through a {@link FaultProxy}, from the client that is near to the server that is far. */
final class ProxiedConnection implements AutoCloseable {

    private static final int CHUNK = 16 * 1024;

    private final Socket near;
    private final int target;
    private final ProxyGate passage;
    private final Consumer<ProxiedConnection> ended;
    private final Queue<Step> pending = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService answers =
            Executors.newSingleThreadScheduledExecutor(work -> daemon("fault-proxy-answers", work));
    private @Nullable Socket far;
    private boolean closed;

    ProxiedConnection(Socket near, int target, ProxyGate passage, Consumer<ProxiedConnection> ended) {
        this.near = near;
        this.target = target;
        this.passage = passage;
        this.ended = ended;
    }

    void start() {
        daemon("fault-proxy-questions", () -> orClose(this::carryQuestions)).start();
    }

    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void carryQuestions() throws IOException, InterruptedException {
        passage.await();
        Socket server = connect();
        daemon("fault-proxy-source", () -> orClose(() -> carryAnswers(server))).start();
        carry(near.getInputStream(), server.getOutputStream()::write);
        close();
    }

    private void carryAnswers(Socket server) throws IOException, InterruptedException {
        carry(
                server.getInputStream(),
                chunk -> answer(() -> near.getOutputStream().write(chunk)));
        answer(this::close);
    }

    private synchronized Socket connect() throws IOException {
        if (closed) {
            throw new IOException("cut");
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        server.setTcpNoDelay(true);
        near.setTcpNoDelay(true);
        far = server;
        return server;
    }

    /** To the end, which the other side hears of no sooner than of all before it. */
    private void carry(InputStream in, Sink out) throws IOException, InterruptedException {
        byte[] buffer = new byte[CHUNK];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            passage.await();
            out.take(Arrays.copyOf(buffer, length));
        }
        passage.await();
    }

    /** Does it when it is due, and never before what came earlier: each time whatever is next. */
    private void answer(Step step) throws InterruptedException {
        long delay = passage.await().toNanos();
        pending.add(step);
        var unused = answers.schedule(() -> orClose(pending.remove()), delay, TimeUnit.NANOSECONDS);
    }

    /** The end of one half is the end of all. */
    private void orClose(Step step) {
        try {
            step.run();
        } catch (IOException | RejectedExecutionException gone) {
            close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        answers.shutdownNow();
        FaultProxy.quietly(near);
        if (far != null) {
            FaultProxy.quietly(far);
        }
        ended.accept(this);
    }

    /** Takes what was read. */
    private interface Sink {
        void take(byte[] chunk) throws IOException, InterruptedException;
    }

    /** A part of the work on a connection that may be cut meanwhile. */
    private interface Step {
        void run() throws IOException, InterruptedException;
    }
}
