package org.consilium.server.http;

import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;

/** How a refused request is answered. */
enum Refusal {
    /** The server is starting or stopping. */
    CLOSED,
    /** There are more requests than this node can serve. */
    OVERLOADED,
    /** No browser sends such a path. */
    MALFORMED;

    private static final int RETRY_SECONDS = 2;
    /** Spreads the retries over three more seconds, by the lowest bits of the microsecond. */
    private static final int SPREAD_MASK = 3;

    private static final int NANOS_PER_MICRO = 1000;

    private static final byte[] NO_BODY = {};

    /** Answers at once, without reading the rest of the request; the connection ends then. */
    void answer(FilterChainContext context, HttpRequestPacket request) {
        HttpResponsePacket response = request.getResponse();
        request.getProcessingState().setKeepAlive(false);
        response.setStatus(this == MALFORMED ? HttpStatus.BAD_REQUEST_400 : HttpStatus.SERVICE_UNAVAILABLE_503);
        byte[] body = head(response, String.valueOf(request.getHeader(Header.Accept)));
        response.setContentLength(body.length);
        context.write(HttpContent.builder(response)
                .content(body.length == 0 ? Buffers.EMPTY_BUFFER : Buffers.wrap(context.getMemoryManager(), body))
                .last(true)
                .build());
    }

    /** Sets the headers, and returns the body that goes with them. */
    private byte[] head(HttpResponsePacket response, String accepted) {
        if (this == OVERLOADED) {
            int seconds = RETRY_SECONDS + (int) (System.nanoTime() / NANOS_PER_MICRO & SPREAD_MASK);
            UnavailablePage.headers(seconds).forEach(response::setHeader);
            if (accepted.contains("text/html")) {
                response.setContentType(UnavailablePage.TYPE);
                return UnavailablePage.bytes();
            }
            return NO_BODY;
        }
        if (this == CLOSED) {
            response.setHeader(Header.RetryAfter, "1");
        }
        response.setHeader(Header.CacheControl, "no-store");
        return NO_BODY;
    }
}
