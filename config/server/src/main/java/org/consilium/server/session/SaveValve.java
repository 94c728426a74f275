package org.consilium.server.session;

import java.io.IOException;
import java.util.function.Function;
import org.apache.catalina.Manager;
import org.apache.catalina.Request;
import org.apache.catalina.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Saves the session when the request is over and its response has not left yet. Answers 503 when Redis does not answer,
 * and never as if nobody were signed in.
 */
final class SaveValve extends ValveBase {
    private final Manager manager;
    private final Function<org.apache.catalina.connector.Request, RequestSession> sessions;

    /** @param manager of the application whose requests it serves */
    SaveValve(Manager manager, Function<org.apache.catalina.connector.Request, RequestSession> sessions) {
        this.manager = manager;
        this.sessions = sessions;
    }

    @Override
    public int invoke(Request request, Response response) throws IOException {
        if (!isOurs(request)) {
            return INVOKE_NEXT;
        }
        RequestSession session = sessionOf(request);
        if (session.failed()) {
            Unavailable.answer((org.apache.catalina.connector.Response) response);
            return END_PIPELINE;
        }
        session.begin();
        return INVOKE_NEXT;
    }

    @Override
    public void postInvoke(Request request, Response response) throws IOException {
        if (isOurs(request)) {
            sessionOf(request).end();
        }
    }

    /** The host has other web applications, too, each with sessions of its own. */
    private boolean isOurs(Request request) {
        return request.getContext() != null
                && manager.equals(request.getContext().getManager());
    }

    private RequestSession sessionOf(Request request) {
        return sessions.apply((org.apache.catalina.connector.Request) request);
    }

    @Override
    public String getInfo() {
        return SaveValve.class.getSimpleName();
    }
}
