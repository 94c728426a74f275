package org.consilium.server.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lends sessions to requests: finds them, takes the lease on them, and takes it back. */
final class SessionLoans {
    private static final int LONGEST_ID = 64;

    private final ClusterSessions sessions;
    private final SessionStore store;

    SessionLoans(ClusterSessions sessions, SessionStore store) {
        this.sessions = sessions;
        this.store = store;
    }

    /**
     * The session with this id, as far as the request needs it.
     *
     * @throws StoreUnavailableException if Redis does not answer
     */
    Optional<ClusterSession> open(String id, RequestKind kind) {
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            return Optional.empty();
        }
        if (kind == RequestKind.FILE) {
            ClusterSession session = new ClusterSession(sessions);
            session.leaveAside(id);
            return Optional.of(session);
        }
        SessionKey key = SessionKey.of(id);
        Lease lease = kind == RequestKind.PAGE ? new Lease(key) : null;
        SessionStore.Use use = kind == RequestKind.BACKGROUND ? SessionStore.Use.UNNOTED : SessionStore.Use.NOTED;
        return (lease == null ? store.read(key, use) : store.take(lease, use)).map(stored -> loaded(id, stored, lease));
    }

    private ClusterSession loaded(String id, StoredSession stored, @Nullable Lease lease) {
        ClusterSession session = new ClusterSession(sessions);
        session.load(id, stored, lease);
        return session;
    }

    /** Takes the lease for a session of which the request has only a copy, or has not looked at. */
    void hold(ClusterSession session) {
        Lease lease = new Lease(session.key());
        Optional<StoredSession> stored = store.take(lease, SessionStore.Use.NOTED);
        if (stored.isPresent()) {
            session.load(session.getIdInternal(), stored.get(), lease);
        } else {
            session.end();
            session.setValid(false);
        }
    }

    /** The request has no more to do with it. */
    void giveBack(ClusterSession session) {
        store.release(session.lease());
        store.release(session.former());
        session.let();
    }

    /** Ends a session, whoever uses it; false if there is none. */
    boolean end(SessionKey key) {
        Lease lease = new Lease(key);
        Optional<StoredSession> stored = store.take(lease, SessionStore.Use.UNNOTED);
        stored.ifPresent(found -> expire(key, found, lease));
        return stored.isPresent();
    }

    /** Ends a session that nobody has used for long, and tells its listeners. */
    void expire(SessionKey key, StoredSession stored, Lease lease) {
        ClusterSession session = new ClusterSession(sessions);
        session.adopt(key, stored, lease);
        session.expire(true, true);
    }
}
