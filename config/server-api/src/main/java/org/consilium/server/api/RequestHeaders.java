package org.consilium.server.api;

/** Headers of requests that pages send to the server. */
public final class RequestHeaders {
    /**
     * Present when a page sends a request by itself, without a person's action. The request does not count as a use of
     * the session, takes no lease unless it changes the session, and is served after the requests of people.
     */
    public static final String BACKGROUND = "Consilium-Background";

    /**
     * Present when a page reports that a person uses it, as by typing. No other request that a page sends by itself
     * counts as a use of the session.
     */
    public static final String USE = "Consilium-Use";

    private RequestHeaders() {}
}
