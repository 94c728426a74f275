package org.consilium.server.session;

import java.io.IOException;
import org.apache.catalina.Manager;
import org.consilium.server.session.store.AttributeFields;
import org.consilium.server.session.store.Lease;
import org.consilium.server.session.store.SessionChanges;
import org.consilium.server.session.store.SessionKey;
import org.consilium.server.session.store.SessionStore;
import org.consilium.server.session.store.SessionTimes;
import org.consilium.server.session.store.StoreUnavailableException;
import org.consilium.server.session.store.StoredSession;
import org.jspecify.annotations.Nullable;

/** A session in Redis, for one request: its id, its lease, and the request that uses it. */
@SuppressWarnings("serial") // as in its superclass
final class ClusterSession extends LazySession {
    private static final long serialVersionUID = 1L;

    private final transient SessionStore store;
    private transient @Nullable RequestCallbacks request;
    private transient @Nullable SessionKey key;
    private transient boolean expired;
    private transient boolean renaming;
    private transient boolean noted;

    ClusterSession(Manager manager, SessionStore store, AttributeCodec codec, AttributeFields fields) {
        super(manager, codec, fields);
        this.store = store;
    }

    /** Says whether the request uses the session, which it does not by changing it. */
    void openFor(SessionStore.Use use) {
        noted = use == SessionStore.Use.NOTED;
    }

    /** Becomes a session that was read from Redis. */
    void load(String sessionId, StoredSession stored, @Nullable Lease lease) {
        SessionTimes times = stored.times();
        identify(sessionId, times.maxInactive());
        creationTime = times.created();
        lastAccessedTime = times.accessed();
        thisAccessedTime = times.now();
        expired = times.expired();
        copy().load(stored, lease).ifPresent(caller -> {
            principal = caller.principal();
            authType = caller.authType();
        });
    }

    /** The same for a session that was found by its key: its id is unknown, and the handle stands for it. */
    void load(SessionKey known, StoredSession stored, Lease lease) {
        key = known;
        load(known.handle(), stored, lease);
    }

    /** Becomes a session that is loaded only if the request changes it. */
    void defer(String sessionId) {
        identify(sessionId, -1);
        copy().defer();
    }

    private void identify(String sessionId, int idleSeconds) {
        id = sessionId;
        isNew = false;
        isValid = true;
        maxInactiveInterval = idleSeconds;
    }

    /** Gets another id; the next save writes all of the session under that id. */
    void rename(String newId) {
        prepareChange();
        copy().rename();
        key = null;
        renaming = true;
        setId(newId);
        renaming = false;
    }

    @Override
    void prepareChange() {
        if (copy().lease().needsLease()) {
            Lease lease = new Lease(key());
            try {
                SessionStore.Use use = noted ? SessionStore.Use.NOTED : SessionStore.Use.UNNOTED;
                store.take(lease, use).ifPresentOrElse(stored -> load(id, stored, lease), this::vanish);
            } catch (StoreUnavailableException e) {
                fail();
                throw e;
            }
        }
    }

    private void vanish() {
        copy().end();
        setValid(false);
    }

    /** Releases the lease: from now on other requests may change the session. */
    void release() {
        store.release(copy().lease().lease());
        store.release(copy().lease().former());
        copy().release();
    }

    SessionKey key() {
        if (key == null) {
            key = SessionKey.of(id);
        }
        return key;
    }

    /** The name of the caller who is signed in; empty for nobody. */
    String account() {
        return copy().account(principal);
    }

    /** Everything that Redis does not have yet. */
    SessionChanges changes() throws IOException {
        return copy().changes(key(), new SessionProperties(principal, authType, creationTime, maxInactiveInterval));
    }

    /**
     * Whether it is to be removed from Redis; the container also removes one that gets another id, and adds it again.
     */
    boolean isRemovable() {
        return !renaming && !copy().lease().isEnded();
    }

    void bind(RequestCallbacks user) {
        request = user;
    }

    /** The headers of the response are about to leave. */
    void commit() {
        if (request != null) {
            request.commit(this);
        }
    }

    /** Redis did not answer. */
    void fail() {
        if (request != null) {
            request.fail();
        }
    }

    @Override
    public boolean hasExpired() {
        return expired;
    }

    @Override
    public void unlockForeground() {
        super.unlockForeground();
        release();
    }

    /** The container recycles the sessions that it keeps; this one is thrown away. */
    @Override
    public void recycle() {
        release();
    }
}
