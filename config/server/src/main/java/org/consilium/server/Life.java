package org.consilium.server;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import org.consilium.server.log.Console;
import org.jspecify.annotations.Nullable;

/**
 * How the process ends: by a signal, or because it could not start. It always halts the virtual machine, as Payara
 * leaves threads behind that would keep it alive, and hooks that would stop it a second time.
 */
final class Life {
    private static final Logger LOG = Logger.getLogger(Life.class.getName());
    private static final int TERMINATED = 143;

    private final AtomicBoolean ending = new AtomicBoolean();
    private volatile boolean started;
    private volatile @Nullable Instance instance;

    /** From here on signals are the server's. */
    void begin(Instance begun) {
        instance = begun;
        Signals.onTermination(this::signal);
    }

    void started() {
        started = true;
    }

    /** One line for the operator, and the end; unless a signal has already begun to end the server. */
    void fail(String line, int exitCode) {
        if (ending.compareAndSet(false, true)) {
            abandon();
            Console.error(line);
            Runtime.getRuntime().halt(exitCode);
        }
    }

    private void signal() {
        if (!ending.compareAndSet(false, true)) {
            LOG.warning("second signal: gone at once");
            Runtime.getRuntime().halt(TERMINATED);
        }
        // a thread that keeps the virtual machine alive, as the last of Payara's may end before the work is done
        Thread thread = new Thread(this::end, "end");
        thread.setDaemon(false);
        thread.start();
    }

    private void end() {
        Instance running = instance;
        if (started && running != null) {
            running.stop();
        } else {
            LOG.info("stopped while starting");
            abandon();
        }
        LOG.info("stopped");
        Runtime.getRuntime().halt(0);
    }

    private void abandon() {
        Instance begun = instance;
        if (begun != null) {
            begun.abandon();
        }
    }
}
