package org.consilium.server.http;

import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;

/**
 * The requests that are being received. Each has a deadline that grows with its length: the connection of a sender who
 * is slower than that is closed. Only long bodies occupy a thread while they arrive, and only some of the threads.
 */
public final class Receptions {
    /** With what {@link CollectedBody} keeps of each, they take 64 MB at most. */
    private static final int MAX_AT_ONCE = 1000;

    private static final Duration CHECK_INTERVAL = Duration.ofMillis(500);
    private static final Duration LOG_INTERVAL = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(Receptions.class.getName());
    private static final Attribute<Reception> RECEPTION =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(Reception.class.getName());

    private final Set<Reception> current = ConcurrentHashMap.newKeySet();
    private final AtomicInteger streams = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final int httpThreads;

    /** Takes the number of threads of the listener. */
    public Receptions(int httpThreads) {
        this.httpThreads = httpThreads;
    }

    /** Starts to watch the deadlines. */
    public void start() {
        Thread watch = new Thread(this::watch, "receptions");
        watch.setDaemon(true);
        watch.start();
    }

    void received(Connection<?> connection, int bytes) {
        Reception reception = RECEPTION.get(connection);
        if (reception == null) {
            reception = new Reception(connection);
            RECEPTION.set(connection, reception);
        }
        if (reception.received(bytes, System.nanoTime())) {
            current.add(reception);
            if (current.size() > MAX_AT_ONCE) {
                // the slowest for its age, which is no honest upload while others stand still
                current.stream()
                        .min(Comparator.comparingLong(Reception::deadline))
                        .ifPresent(this::close);
            }
        }
    }

    /** The whole request has arrived. */
    void complete(Connection<?> connection) {
        closed(connection);
    }

    void closed(Connection<?> connection) {
        Reception reception = RECEPTION.get(connection);
        if (reception != null) {
            current.remove(reception);
            if (reception.end()) {
                streams.decrementAndGet();
            }
        }
    }

    void becomeWebSocket(Connection<?> connection) {
        Reception reception = RECEPTION.get(connection);
        if (reception != null) {
            reception.becomeWebSocket();
            closed(connection);
        }
    }

    /** Nothing more is sent on the connection if it is a web socket. */
    void closeWebSocket(Connection<?> connection) {
        Reception reception = RECEPTION.get(connection);
        if (reception != null) {
            reception.closeWebSocket();
        }
    }

    boolean isClosedWebSocket(Connection<?> connection) {
        Reception reception = RECEPTION.get(connection);
        return reception != null && reception.isClosedWebSocket();
    }

    /**
     * Whether a thread may wait for the rest of a request: a quarter of all threads for people who are signed in, half
     * of these for others.
     */
    boolean stream(Connection<?> connection, boolean signedIn) {
        int max = Math.max(1, httpThreads / (signedIn ? 4 : 8));
        if (streams.incrementAndGet() > max) {
            streams.decrementAndGet();
            return false;
        }
        Reception reception = RECEPTION.get(connection);
        if (reception == null) {
            streams.decrementAndGet();
            return true;
        }
        reception.stream();
        return true;
    }

    private void close(Reception reception) {
        closed.incrementAndGet();
        current.remove(reception);
        reception.close();
    }

    private void watch() {
        long logged = System.nanoTime();
        while (true) {
            LockSupport.parkNanos(CHECK_INTERVAL.toNanos());
            long now = System.nanoTime();
            current.stream().filter(reception -> reception.isLate(now)).forEach(this::close);
            if (now - logged > LOG_INTERVAL.toNanos()) {
                log();
                logged = now;
            }
        }
    }

    private void log() {
        int count = closed.getAndSet(0);
        if (count > 0) {
            LOG.info(() -> "closed " + count + " connections whose requests arrived too slowly");
        }
    }
}
