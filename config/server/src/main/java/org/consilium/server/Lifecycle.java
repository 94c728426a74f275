package org.consilium.server;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import org.consilium.server.log.Console;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process, on a signal or because it could not start. It always halts the virtual machine: Payara leaves
 * threads behind that would keep it alive, and shutdown hooks that would stop it a second time.
 */
final class Lifecycle {
    private static final Logger LOG = Logger.getLogger(Lifecycle.class.getName());
    private static final int TERMINATED = 143;

    private final AtomicBoolean ending = new AtomicBoolean();
    private volatile boolean started;
    private volatile @Nullable Instance instance;

    /** From now on the server handles signals. */
    void begin(Instance begun) {
        instance = begun;
        Signals.onTermination(this::signal);
    }

    void started() {
        started = true;
    }

    /** Prints one line for the operator and ends the process, unless a signal is already ending it. */
    void fail(String line, int exitCode) {
        if (ending.compareAndSet(false, true)) {
            abandon();
            Console.error(line);
            Runtime.getRuntime().halt(exitCode);
        }
    }

    private void signal() {
        if (!ending.compareAndSet(false, true)) {
            LOG.warning("second signal: halting at once");
            Runtime.getRuntime().halt(TERMINATED);
        }
        // not a daemon: it keeps the virtual machine alive when Payara's last thread ends before this one
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
