package org.consilium.server;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs a step of the shutdown that may hang and must not keep the process alive. */
final class Bounded {
    private static final Logger LOG = Logger.getLogger(Bounded.class.getName());

    private Bounded() {}

    /** Runs the step, and continues without it after the timeout. */
    static void run(String name, Duration timeout, Callable<?> step) {
        Thread thread = new Thread(
                () -> {
                    try {
                        step.call();
                    } catch (Exception e) {
                        LOG.log(Level.WARNING, e, () -> name + " failed");
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(timeout.toMillis());
            if (thread.isAlive()) {
                LOG.warning(() -> name + " takes longer than " + timeout.toSeconds() + " s: continuing without it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
