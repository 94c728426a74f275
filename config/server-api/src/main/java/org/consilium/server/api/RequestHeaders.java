package org.consilium.server.api;

/** Headers of requests that pages send to the server. */
public final class RequestHeaders {
    /**
     * Present when a page sends a request by itself, without a person's action. The request does not count as a use of
     * the session, takes no lease unless it changes the session, and is served after the requests of people.
     */
    public static final String BACKGROUND = "Consilium-Background";

    private RequestHeaders() {}
}
