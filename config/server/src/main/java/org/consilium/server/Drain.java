package org.consilium.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.consilium.server.http.EntryStrategy;
import org.consilium.server.http.Traffic;
import org.consilium.server.http.Traffic.Phase;

/** Stops serving in order: readiness goes down, then no new connections, then no request is in flight. */
final class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class.getName());

    private final Traffic traffic;
    private final Duration delay;
    private final Duration timeout;

    Drain(Traffic traffic, Duration delay, Duration timeout) {
        this.traffic = traffic;
        this.delay = delay;
        this.timeout = timeout;
    }

    void run() throws InterruptedException {
        traffic.enter(Phase.DRAINING);
        LOG.info("draining: readiness is down");
        // the load balancer needs this long to notice
        boolean unused = new CountDownLatch(1).await(delay.toMillis(), TimeUnit.MILLISECONDS);
        traffic.enter(Phase.CLOSING);
        EntryStrategy.stopAccepting();
        LOG.info("draining: no new connections");
        int left = traffic.awaitIdle(timeout);
        if (left == 0) {
            LOG.info("drained: every request is answered");
        } else {
            LOG.warning(() -> "not drained: cutting off " + left + " requests after " + timeout.toSeconds() + " s");
        }
    }
}
