package org.consilium.server.http;

import java.time.Duration;
import java.time.Instant;
import org.consilium.server.log.Json;

/**
 * A line of the access log. It leaves out everything that may reveal something about a patient: the query, the
 * referrer, and the user agent.
 *
 * @param bytes the size of the body before the listener compresses it
 */
record AccessRecord(String method, String path, int status, long bytes, Duration duration, String client) {
    String json(Instant time) {
        return new Json()
                .add("type", "access")
                .add("time", time.toString())
                .add("method", method)
                .add("path", path)
                .add("status", status)
                .add("bytes", bytes)
                .add("durationMs", duration.toMillis())
                .add("client", client)
                .toString();
    }
}
