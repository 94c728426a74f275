package org.consilium.ear.fault;

import java.time.Duration;

/**
 * Whether what is sent through a {@link FaultProxy} arrives at the moment, and how late what is answered comes back.
 */
final class ProxyGate {

    private boolean open = true;
    private Duration delay = Duration.ZERO;

    synchronized void open(Duration later) {
        open = true;
        delay = later;
        notifyAll();
    }

    /** Whatever comes from now on waits until it is opened. */
    synchronized void close() {
        open = false;
    }

    /**
     * Waits while it is closed.
     *
     * @return how much later an answer is to arrive
     */
    synchronized Duration await() throws InterruptedException {
        while (!open) {
            wait();
        }
        return delay;
    }
}
