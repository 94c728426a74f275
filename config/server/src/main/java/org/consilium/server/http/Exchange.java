package org.consilium.server.http;

import java.time.Duration;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.jspecify.annotations.Nullable;

/** One request and what has become of it so far. */
final class Exchange {
    private final String method;
    private final String path;
    private final String client;
    private final @Nullable Refusal refusal;
    private final @Nullable Admitted admitted;
    private final long start;
    private long bytes;
    private boolean ended;

    /** Begins with how it is refused, or how it was let in. */
    Exchange(
            HttpRequestPacket request,
            String client,
            long start,
            @Nullable Refusal refusal,
            @Nullable Admitted admitted) {
        this.method = request.getMethod().getMethodString();
        this.path = path(request);
        this.client = client;
        this.start = start;
        this.refusal = refusal;
        this.admitted = admitted;
    }

    /** The path as it was sent: no query, and no path parameter, where a session id may hide. */
    static String path(HttpRequestPacket request) {
        String uri = String.valueOf(request.getRequestURI());
        int end = uri.length();
        for (char c : new char[] {'?', ';', '#'}) {
            int at = uri.indexOf(c);
            end = at < 0 ? end : Math.min(end, at);
        }
        return uri.substring(0, end);
    }

    /** With what the request is answered before anybody looks at it. */
    @Nullable
    Refusal refusal() {
        return refusal;
    }

    synchronized void sent(long count) {
        bytes += count;
    }

    /** Whether this call was the one that ended it. */
    synchronized boolean end() {
        boolean first = !ended;
        ended = true;
        if (first && admitted != null) {
            admitted.leave();
        }
        return first;
    }

    synchronized AccessRecord record(HttpResponsePacket response) {
        return new AccessRecord(
                method, path, response.getStatus(), bytes, Duration.ofNanos(System.nanoTime() - start), client);
    }
}
