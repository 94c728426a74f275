package org.consilium.server.session;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Request;
import org.apache.catalina.Response;
import org.apache.catalina.Session;
import org.apache.catalina.valves.ValveBase;

/**
 * Saves the session when the request is over and its response has not left yet, and answers "come again" when Redis
 * does not: never as if nobody were signed in.
 */
final class SaveValve extends ValveBase {
    private static final Logger LOG = Logger.getLogger(SaveValve.class.getName());

    @Override
    public int invoke(Request request, Response response) throws IOException {
        RequestSession state = RequestSession.known((org.apache.catalina.connector.Request) request);
        if (state != null && state.failed()) {
            Unavailable.answer((HttpServletResponse) response.getResponse());
            return END_PIPELINE;
        }
        return INVOKE_NEXT;
    }

    @Override
    public void postInvoke(Request request, Response response) throws IOException {
        org.apache.catalina.connector.Request own = (org.apache.catalina.connector.Request) request;
        Session last = own.getSessionInternal(false);
        RequestSession state = RequestSession.known(own);
        ClusterSession found = state == null ? null : state.session();
        HttpServletResponse http = (HttpServletResponse) response.getResponse();
        if (state != null && state.failed()) {
            Unavailable.answer(http);
        }
        if (found != null && !found.equals(last)) {
            found.release();
        }
        if (last instanceof ClusterSession session) {
            save(session, http);
        }
    }

    private static void save(ClusterSession session, HttpServletResponse response) throws IOException {
        try {
            session.save();
        } catch (StoreUnavailableException | LeaseLostException e) {
            LOG.log(Level.WARNING, e, () -> "a session cannot be saved: " + e.getMessage());
            session.release();
            Unavailable.answer(response);
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "a session holds what cannot be saved", e);
            session.release();
            if (!response.isCommitted()) {
                response.reset();
                response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
        }
    }

    @Override
    public String getInfo() {
        return SaveValve.class.getSimpleName();
    }
}
