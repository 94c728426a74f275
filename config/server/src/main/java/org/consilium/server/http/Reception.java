package org.consilium.server.http;

import org.glassfish.grizzly.Connection;

/** A connection, and the request that it is receiving, if any. */
final class Reception {
    private final Connection<?> connection;
    private long start;
    private long bytes;
    private boolean receiving;
    private boolean webSocket;
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

    synchronized long start() {
        return start;
    }

    /** Whether the request should have arrived by now. */
    synchronized boolean isLate(long now, long grace, long nanosPerByte) {
        return receiving && now - start > grace + bytes * nanosPerByte;
    }

    void close() {
        connection.terminateSilently();
    }
}
