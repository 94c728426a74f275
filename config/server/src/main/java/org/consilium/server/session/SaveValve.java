package org.consilium.server.session;

import java.io.IOException;
import org.apache.catalina.Request;
import org.apache.catalina.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Saves the session when the request is over and its response has not left yet, and answers "come again" when Redis
 * does not: never as if nobody were signed in.
 */
final class SaveValve extends ValveBase {
    private final ClusterSessions sessions;

    SaveValve(ClusterSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public int invoke(Request request, Response response) throws IOException {
        if (!isOurs(request)) {
            return INVOKE_NEXT;
        }
        RequestSession state = of(request);
        if (state.failed()) {
            Unavailable.answer((org.apache.catalina.connector.Response) response);
            return END_PIPELINE;
        }
        state.begin();
        return INVOKE_NEXT;
    }

    @Override
    public void postInvoke(Request request, Response response) throws IOException {
        if (isOurs(request)) {
            of(request).end();
        }
    }

    /** The host has other web applications too, each with sessions of its own. */
    private boolean isOurs(Request request) {
        return request.getContext() != null && request.getContext().getManager() == sessions;
    }

    private RequestSession of(Request request) {
        return RequestSession.of((org.apache.catalina.connector.Request) request, sessions);
    }

    @Override
    public String getInfo() {
        return SaveValve.class.getSimpleName();
    }
}
