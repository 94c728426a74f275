package org.consilium.server.session;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Session;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.consilium.server.http.Entrance;
import org.jspecify.annotations.Nullable;

/**
 * A request and the session that was lent to it, until it is saved and given back. That happens as early as possible:
 * when the application says that its page is complete, else when the headers of the response leave, else at the end.
 */
final class RequestSession {
    /** By this attribute of the request the application says that it will not change the session any more. */
    static final String COMPLETE = "consilium.session.complete";

    private static final String FAILED = "consilium.session.failed";

    private static final Logger LOG = Logger.getLogger(RequestSession.class.getName());
    private static final String NOTE = RequestSession.class.getName();
    private static final ThreadLocal<@Nullable RequestSession> CURRENT = new ThreadLocal<>();

    private final Request request;
    private final SessionLoans loans;
    private final SessionWriter writer;
    private @Nullable String id;
    private @Nullable ClusterSession session;
    private @Nullable String missing;
    private boolean failed;

    private RequestSession(Request request, ClusterSessions sessions) {
        this.request = request;
        this.loans = sessions.loans();
        this.writer = sessions.writer();
    }

    static RequestSession of(Request request, ClusterSessions sessions) {
        if (request.getNote(NOTE) instanceof RequestSession known) {
            return known;
        }
        RequestSession created = new RequestSession(request, sessions);
        request.setNote(NOTE, created);
        return created;
    }

    /** That of the request which this thread is working on. */
    static Optional<RequestSession> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    void begin() {
        CURRENT.set(this);
    }

    /**
     * The session with this id; the container asks for it more than once.
     *
     * @throws StoreUnavailableException if Redis does not answer
     */
    @Nullable
    ClusterSession find(String wanted) {
        if (failed || wanted.equals(missing)) {
            return null;
        }
        if (session == null || !wanted.equals(id)) {
            Optional<ClusterSession> opened = loans.open(wanted, RequestKind.of(request, request));
            if (opened.isEmpty()) {
                missing = wanted;
                return null;
            }
            giveBack();
            id = wanted;
            session = opened.get();
            session.bind(this);
        }
        return session.ended() ? null : session;
    }

    /** Whether Redis did not answer: then it is unknown who is asking, or whether what was done is kept. */
    boolean failed() {
        return failed;
    }

    /** The application learns it from an attribute of the request: what it cannot do for that reason is no fault. */
    void fail() {
        failed = true;
        request.setAttribute(FAILED, true);
    }

    /** The application has written its page. While nothing of it has left, a failure can still be told instead. */
    void complete() throws IOException {
        if (!request.getCoyoteRequest().getResponse().isCommitted()
                && request.getSessionInternal(false) instanceof ClusterSession last) {
            save(last);
        }
    }

    /** The headers of the response are about to leave. A page that is still being written goes on using the session. */
    void commit(ClusterSession committing) {
        if (failed) {
            return;
        }
        try {
            boolean last = isComplete() || request.isAsyncStarted() || !isPage();
            writer.save(committing, last);
            if (last) {
                loans.giveBack(committing);
            }
        } catch (StoreUnavailableException | LeaseLostException | IOException e) {
            LOG.log(Level.SEVERE, "a session cannot be saved, and its response has begun: the connection is cut", e);
            loans.giveBack(committing);
            request.getCoyoteRequest().getContext().getConnection().closeSilently();
        }
    }

    /** Of anything but a page, such as a download, it is not expected that it changes the session once it has begun. */
    private boolean isPage() {
        String type = request.getResponse().getContentType();
        return type == null || type.startsWith("text/html") || type.startsWith("text/xml");
    }

    private boolean isComplete() {
        return Boolean.TRUE.equals(request.getAttribute(COMPLETE))
                || request.getCoyoteRequest().getResponse().getOutputBuffer().isClosed();
    }

    /** The request is over. */
    void end() throws IOException {
        CURRENT.remove();
        Session last = request.getSessionInternal(false);
        if (failed) {
            Unavailable.answer(response());
        }
        if (session != null && !session.equals(last)) {
            giveBack();
        }
        if (last instanceof ClusterSession own) {
            save(own);
        }
    }

    private void save(ClusterSession own) throws IOException {
        try {
            if (own.principal() != null) {
                Entrance.signedIn().note(own.getIdInternal());
            }
            writer.save(own, true);
        } catch (StoreUnavailableException | LeaseLostException e) {
            LOG.log(Level.WARNING, e, () -> "a session cannot be saved: " + e.getMessage());
            fail();
            Unavailable.answer(response());
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "a session holds what cannot be saved", e);
            if (!response().isCommitted()) {
                response().reset();
                response().sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
        } finally {
            loans.giveBack(own);
        }
    }

    private void giveBack() {
        if (session != null) {
            loans.giveBack(session);
        }
    }

    private Response response() {
        return (Response) request.getResponse();
    }
}
