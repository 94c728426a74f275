package org.consilium.server.http;

import java.time.Duration;
import org.glassfish.grizzly.Connection;

/** A connection, and the request that it is receiving, if any. */
final class Reception {
    /** For all headers, and for the beginning of a body. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** A tenth of a poor mobile connection. */
    private static final int MIN_BYTES_PER_SECOND = 4096;

    private static final long NANOS_PER_BYTE = Duration.ofSeconds(1).toNanos() / MIN_BYTES_PER_SECOND;

    private final Connection<?> connection;
    private long start;
    private long bytes;
    private boolean receiving;
    private boolean webSocket;
    private boolean webSocketClosed;
    private boolean streaming;

    Reception(Connection<?> connection) {
        this.connection = connection;
    }

    /** Bytes have arrived; true if a request begins with them. */
    synchronized boolean received(int count, long now) {
        if (webSocket) {
            return false;
        }
        boolean first = !receiving;
        if (first) {
            receiving = true;
            start = now;
            bytes = 0;
        }
        bytes += count;
        return first;
    }

    /** From now on, a thread waits for the rest of the request. */
    synchronized void stream() {
        streaming = true;
    }

    /** The request is complete, or the connection closed; true if a thread was waiting for it. */
    synchronized boolean end() {
        boolean streamed = streaming;
        receiving = false;
        streaming = false;
        return streamed;
    }

    /** What follows is no request. */
    synchronized void becomeWebSocket() {
        webSocket = true;
    }

    synchronized void closeWebSocket() {
        webSocketClosed = webSocket;
    }

    synchronized boolean isClosedWebSocket() {
        return webSocketClosed;
    }

    /** When the request should have arrived, as far as it has: each byte postpones it. */
    synchronized long deadline() {
        return start + GRACE.toNanos() + bytes * NANOS_PER_BYTE;
    }

    synchronized boolean isLate(long now) {
        return receiving && now - deadline() > 0;
    }

    void close() {
        connection.terminateSilently();
    }
}
