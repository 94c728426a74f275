package org.consilium.server.session;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.connector.Request;
import org.jspecify.annotations.Nullable;

/** What has become of a request's session so far; the container asks for it more than once. */
final class RequestSession {
    private static final Logger LOG = Logger.getLogger(RequestSession.class.getName());
    /** By this attribute of the request the application says that it will not change the session any more. */
    private static final String COMPLETE = "consilium.session.complete";

    private static final String NOTE = RequestSession.class.getName();

    private @Nullable String id;
    private @Nullable ClusterSession session;
    private @Nullable String missing;
    private boolean failed;

    static RequestSession of(Request request) {
        if (request.getNote(NOTE) instanceof RequestSession known) {
            return known;
        }
        RequestSession state = new RequestSession();
        request.setNote(NOTE, state);
        return state;
    }

    static @Nullable RequestSession known(Request request) {
        return request.getNote(NOTE) instanceof RequestSession known ? known : null;
    }

    boolean has(String wanted) {
        return session != null && wanted.equals(id);
    }

    @Nullable
    ClusterSession session() {
        return session == null || session.ended() ? null : session;
    }

    void found(String foundId, ClusterSession found) {
        id = foundId;
        session = found;
    }

    boolean missed(String wanted) {
        return wanted.equals(missing);
    }

    void miss(String wanted) {
        missing = wanted;
    }

    /** Whether Redis did not answer: then it is unknown who is asking. */
    boolean failed() {
        return failed;
    }

    void fail() {
        failed = true;
    }

    /**
     * Saves a session whose response begins to leave. A page that is still being written goes on using it; of anything
     * else, such as a download, nothing more is expected, so that it does not keep others waiting.
     */
    static void commit(ClusterSessions sessions, ClusterSession session) {
        Request request = session.request();
        boolean last = request != null && (complete(request) || request.isAsyncStarted() || !page(request));
        try {
            sessions.save(session, last);
        } catch (StoreUnavailableException | LeaseLostException | IOException e) {
            LOG.log(Level.SEVERE, "a session cannot be saved, and its response has begun: the connection is cut", e);
            sessions.finish(session);
            if (request != null) {
                request.getCoyoteRequest().getContext().getConnection().closeSilently();
            }
        }
    }

    private static boolean complete(Request request) {
        return Boolean.TRUE.equals(request.getAttribute(COMPLETE))
                || request.getCoyoteRequest().getResponse().getOutputBuffer().isClosed();
    }

    private static boolean page(Request request) {
        String type = request.getResponse().getContentType();
        return type == null || type.startsWith("text/html") || type.startsWith("text/xml");
    }
}
