package org.consilium.server.http;

import java.time.Duration;

/** The phase of the server, and the number of requests in flight. */
public final class Traffic {
    /** The phases of a server, in order. */
    public enum Phase {
        /** Every request is answered with 503. */
        STARTING,
        /** The application answers. */
        OPEN,
        /**
         * The application answers, but {@code /health/ready} is down, so that the load balancer stops sending requests.
         */
        DRAINING,
        /** The application answers requests on open connections, which are then closed. */
        CLOSING
    }

    private Phase phase = Phase.STARTING;
    private int inFlight;

    public synchronized Phase phase() {
        return phase;
    }

    public synchronized void enter(Phase next) {
        phase = next;
        notifyAll();
    }

    synchronized void begin() {
        inFlight++;
    }

    synchronized void end() {
        inFlight--;
        notifyAll();
    }

    /**
     * Waits until no request is in flight.
     *
     * @return the number of requests in flight after the timeout
     */
    public synchronized int awaitIdle(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        for (long left = timeout.toNanos(); inFlight > 0 && left > 0; left = deadline - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
        return inFlight;
    }
}
