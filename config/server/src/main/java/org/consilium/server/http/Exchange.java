package org.consilium.server.http;

import java.time.Duration;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.jspecify.annotations.Nullable;

/** A request and the progress of its response. */
final class Exchange {
    private final String method;
    private final String path;
    private final String client;
    private final long start;
    private final CollectedBody body = new CollectedBody();
    private @Nullable Refusal refusal;
    private @Nullable Admitted admitted;
    private long bytes;
    private boolean handedOver;
    private boolean ended;

    Exchange(HttpRequestPacket request, String client, long start) {
        this.method = request.getMethod().getMethodString();
        this.path = path(request);
        this.client = client;
        this.start = start;
    }

    String path() {
        return path;
    }

    CollectedBody body() {
        return body;
    }

    /** Whether it has been neither admitted nor refused. */
    synchronized boolean isUndecided() {
        return admitted == null && refusal == null;
    }

    synchronized void refuse(Refusal how) {
        refusal = how;
    }

    /** If the exchange has ended meanwhile, the admitted request ends, too. */
    synchronized void admit(Admitted how) {
        admitted = how;
        if (ended) {
            how.leave();
        }
    }

    /** The path as it was sent, without the query and without path parameters, which may contain a session id. */
    static String path(HttpRequestPacket request) {
        String uri = String.valueOf(request.getRequestURI());
        int end = uri.length();
        for (char c : new char[] {'?', ';', '#'}) {
            int at = uri.indexOf(c);
            end = at < 0 ? end : Math.min(end, at);
        }
        return uri.substring(0, end);
    }

    /** How the request is refused; null if it is not. */
    synchronized @Nullable Refusal refusal() {
        return refusal;
    }

    /** The container handles the request from now on; false if it did so before. */
    synchronized boolean handOver() {
        boolean first = !handedOver;
        handedOver = true;
        return first;
    }

    synchronized void sent(long count) {
        bytes += count;
    }

    /** Ends the exchange; false if it had ended before. */
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
