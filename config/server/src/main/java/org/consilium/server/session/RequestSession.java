package org.consilium.server.session;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Session;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.consilium.server.api.RequestAttributes;
import org.consilium.server.http.Entrance;
import org.consilium.server.session.store.LeaseLostException;
import org.consilium.server.session.store.SessionKey;
import org.consilium.server.session.store.SessionTooLargeException;
import org.consilium.server.session.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * A request and the session that it uses, until the session is saved and released. That happens as early as possible:
 * when the application says that its page is complete, or else when the headers of the response leave, or else at the
 * end.
 */
final class RequestSession implements RequestCallbacks {
    private static final Logger LOG = Logger.getLogger(RequestSession.class.getName());
    private static final String NOTE = RequestSession.class.getName();
    private static final ThreadLocal<@Nullable RequestSession> CURRENT = new ThreadLocal<>();

    private final Request request;
    private final SessionLoader loader;
    private final SessionWriter writer;
    private @Nullable String id;
    private @Nullable ClusterSession session;
    private @Nullable String missing;
    private boolean failed;
    private boolean refused;

    private RequestSession(Request request, SessionLoader loader, SessionWriter writer) {
        this.request = request;
        this.loader = loader;
        this.writer = writer;
    }

    static RequestSession of(Request request, SessionLoader loader, SessionWriter writer) {
        if (request.getNote(NOTE) instanceof RequestSession known) {
            return known;
        }
        RequestSession created = new RequestSession(request, loader, writer);
        request.setNote(NOTE, created);
        return created;
    }

    /** The one of the request that this thread works on. */
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
            Optional<ClusterSession> opened = loader.open(wanted, RequestKind.of(request, request));
            if (opened.isEmpty()) {
                missing = wanted;
                return null;
            }
            release();
            id = wanted;
            session = opened.get();
            session.bind(this);
        }
        return session.copy().lease().isEnded() ? null : session;
    }

    /** The session with this key, if the request uses it: nobody else can take it before the request is over. */
    Optional<ClusterSession> using(SessionKey key) {
        return request.getSessionInternal(false) instanceof ClusterSession own
                        && own.key().equals(key)
                ? Optional.of(own)
                : Optional.empty();
    }

    /** Whether Redis did not answer, so that it is unknown who the caller is, or whether the changes are saved. */
    boolean failed() {
        return failed;
    }

    /** The application learns it from a request attribute, so that it does not take the failure for a bug. */
    @Override
    public void fail() {
        failed = true;
        request.setAttribute(RequestAttributes.SESSION_FAILED, true);
    }

    /** The application has written its page. While nothing of it has left, a failure can still be answered with 503. */
    void complete() throws IOException {
        if (!request.getCoyoteRequest().getResponse().isCommitted()
                && request.getSessionInternal(false) instanceof ClusterSession last) {
            save(last);
        }
    }

    /** A page that is still being written goes on using the session. */
    @Override
    public void commit(Session committing) {
        if (failed || refused || !(committing instanceof ClusterSession own)) {
            return;
        }
        try {
            boolean last = isComplete() || request.isAsyncStarted() || !isPage();
            writer.save(own, last);
            if (last) {
                own.release();
            }
        } catch (StoreUnavailableException | LeaseLostException | IOException e) {
            LOG.log(Level.SEVERE, "a session cannot be saved and its response has begun: closing the connection", e);
            breakOff(own);
        } catch (SessionTooLargeException e) {
            LOG.log(Level.INFO, "a session is not saved, and the connection closed: {0}", e.getMessage());
            breakOff(own);
        }
    }

    private void breakOff(ClusterSession own) {
        own.release();
        request.getCoyoteRequest().getContext().getConnection().closeSilently();
    }

    /** Anything but a page, such as a download, is not expected to change the session once it has begun. */
    private boolean isPage() {
        String type = request.getResponse().getContentType();
        return type == null || type.startsWith("text/html") || type.startsWith("text/xml");
    }

    private boolean isComplete() {
        return Boolean.TRUE.equals(request.getAttribute(RequestAttributes.SESSION_COMPLETE))
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
            release();
        }
        if (last instanceof ClusterSession own) {
            save(own);
        }
    }

    private void save(ClusterSession own) throws IOException {
        if (refused) {
            return;
        }
        try {
            if (own.getPrincipal() != null) {
                Entrance.signedIn().note(own.getIdInternal());
            }
            writer.save(own, true);
        } catch (StoreUnavailableException | LeaseLostException e) {
            LOG.log(Level.WARNING, e, () -> "a session cannot be saved: " + e.getMessage());
            fail();
            Unavailable.answer(response());
        } catch (SessionTooLargeException e) {
            LOG.log(Level.INFO, "a session is not saved: {0}", e.getMessage());
            refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "a session has an attribute that cannot be saved", e);
            refuse(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        } finally {
            own.release();
        }
    }

    /** Nothing is saved any more, so that the page of the error can be written. */
    private void refuse(int status) throws IOException {
        refused = true;
        if (!response().isCommitted()) {
            response().reset();
            response().sendError(status);
        }
    }

    private void release() {
        if (session != null) {
            session.release();
        }
    }

    private Response response() {
        return (Response) request.getResponse();
    }
}
