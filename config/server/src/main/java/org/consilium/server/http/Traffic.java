package org.consilium.server.http;

import java.time.Duration;

/** Whether requests are let in, and how many are being worked on. */
public final class Traffic {
    /** The way of a server through its life. */
    public enum Phase {
        /** Nothing is answered but "503, come again". */
        STARTING,
        /** The application answers. */
        OPEN,
        /** The application answers, but {@code /health/ready} is down: the load balancer is to turn away. */
        DRAINING,
        /** The application answers what still arrives on connections that are open, and closes these. */
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
     * Waits until no request is being worked on.
     *
     * @return how many still are, after the time given
     */
    public synchronized int awaitIdle(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); inFlight > 0 && left > 0; left = deadline - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
        return inFlight;
    }
}
