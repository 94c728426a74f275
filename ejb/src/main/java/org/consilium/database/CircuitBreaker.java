package org.consilium.database;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Whether this node knows that the primary does not answer. {@link Heartbeat} decides that, and nothing else: a slow
 * statement or a full pool says nothing about the server. While the circuit is open, nobody waits for the primary.
 */
final class CircuitBreaker {

    /** The one of the primary; data sources are made by the server, which injects nothing into them. */
    static final CircuitBreaker PRIMARY = new CircuitBreaker();

    private static final Logger LOG = Logger.getLogger(CircuitBreaker.class.getName());

    private volatile boolean open;

    boolean isOpen() {
        return open;
    }

    void open() {
        if (!open) {
            open = true;
            LOG.log(Level.WARNING, "the primary database does not answer");
        }
    }

    void close() {
        if (open) {
            open = false;
            LOG.log(Level.INFO, "the primary database answers again");
        }
    }
}
