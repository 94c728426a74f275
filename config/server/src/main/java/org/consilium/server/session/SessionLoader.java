package org.consilium.server.session;

import java.util.Optional;
import java.util.function.Supplier;
import org.consilium.server.session.store.Lease;
import org.consilium.server.session.store.SessionKey;
import org.consilium.server.session.store.SessionStore;
import org.consilium.server.session.store.StoreUnavailableException;
import org.consilium.server.session.store.StoredSession;

/** Loads sessions from Redis, for requests and to end them. */
final class SessionLoader {
    private static final int MAX_ID_LENGTH = 64;

    private final SessionStore store;
    private final Supplier<ClusterSession> factory;

    /** @param factory creates empty sessions of the application */
    SessionLoader(SessionStore store, Supplier<ClusterSession> factory) {
        this.store = store;
        this.factory = factory;
    }

    /**
     * The session with this id, loaded as far as the request needs it.
     *
     * @throws StoreUnavailableException if Redis does not answer
     */
    Optional<ClusterSession> open(String id, RequestKind kind) {
        if (id.isEmpty() || id.length() > MAX_ID_LENGTH) {
            return Optional.empty();
        }
        if (kind == RequestKind.FILE) {
            ClusterSession session = factory.get();
            session.defer(id);
            return Optional.of(session);
        }
        SessionKey key = SessionKey.of(id);
        Lease lease = kind == RequestKind.PAGE ? new Lease(key) : null;
        SessionStore.Use use = kind == RequestKind.BACKGROUND ? SessionStore.Use.UNNOTED : SessionStore.Use.NOTED;
        return (lease == null ? store.read(key, use) : store.take(lease, use)).map(stored -> {
            ClusterSession session = factory.get();
            session.openFor(use);
            session.load(id, stored, lease);
            return session;
        });
    }

    /** Ends a session at once, even if another request is using it; false if there is none. */
    boolean end(SessionKey key) {
        Optional<StoredSession> ended = store.end(key);
        ended.ifPresent(session -> expire(key, session, new Lease(key)));
        return ended.isPresent();
    }

    /** Ends a session that has been loaded, and tells its listeners. */
    void expire(SessionKey key, StoredSession stored, Lease lease) {
        ClusterSession session = factory.get();
        session.load(key, stored, lease);
        session.expire(true, true);
    }
}
