package org.consilium.server.api;

/** Attributes of a request by which application and server talk about its session. */
public final class RequestAttributes {
    /**
     * Set to {@link Boolean#TRUE} by the application when it has written its page and will not change the session
     * again. The server then saves the session before the page leaves, and can still answer 503 if that fails. A later
     * change is saved, too.
     */
    public static final String SESSION_COMPLETE = "consilium.session.complete";

    /**
     * Set by the server when it cannot reach the session: a failure of the request is then no bug in the application.
     */
    public static final String SESSION_FAILED = "consilium.session.failed";

    private RequestAttributes() {}
}
