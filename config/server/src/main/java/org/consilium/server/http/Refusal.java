package org.consilium.server.http;

import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;

/** How a request is answered that nobody works on. */
enum Refusal {
    /** The server starts or ends. */
    CLOSED,
    /** More comes than this node can do. */
    OVERLOADED,
    /** Nobody asks like that. */
    MALFORMED;

    private static final int SOON = 2;
    /** Not all at the same time, but zero to three seconds later, as the clock will have it. */
    private static final int SPREAD = 3;

    private static final int MICRO = 1000;

    private static final byte[] NOTHING = {};

    /** Answers at once and closes the connection, as the rest of the request is of no interest. */
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

    /** Sets the headers, and gives the body that goes with them. */
    private byte[] head(HttpResponsePacket response, String accepted) {
        if (this == OVERLOADED) {
            int seconds = SOON + (int) (System.nanoTime() / MICRO & SPREAD);
            UnavailablePage.headers(seconds).forEach(response::setHeader);
            if (accepted.contains("text/html")) {
                response.setContentType(UnavailablePage.TYPE);
                return UnavailablePage.bytes();
            }
            return NOTHING;
        }
        if (this == CLOSED) {
            response.setHeader(Header.RetryAfter, "1");
        }
        response.setHeader(Header.CacheControl, "no-store");
        return NOTHING;
    }
}
