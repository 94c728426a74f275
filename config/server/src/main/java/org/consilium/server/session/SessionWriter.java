package org.consilium.server.session;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.logging.Logger;

/** Writes to Redis what requests have changed in their sessions, and removes those that have ended. */
final class SessionWriter {
    private static final Logger LOG = Logger.getLogger(SessionWriter.class.getName());

    private final SessionStore store;
    private final SessionIndex index;
    private final Supplier<ClassLoader> application;

    /** @param application the loader of the application's classes, which are at work while an attribute is written */
    SessionWriter(SessionStore store, SessionIndex index, Supplier<ClassLoader> application) {
        this.store = store;
        this.index = index;
        this.application = application;
    }

    /**
     * Writes what the request has changed.
     *
     * @param last whether the request is over, so that the next one may begin
     * @throws StoreUnavailableException if Redis does not answer
     * @throws LeaseLostException if another request has written meanwhile
     * @throws IOException if an attribute cannot be serialized
     */
    void save(ClusterSession session, boolean last) throws IOException {
        if (!session.writable() && !session.usedAfterwards()) {
            return;
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(application.get());
        try {
            write(session, last);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void write(ClusterSession session, boolean last) throws IOException {
        boolean late = session.usedAfterwards();
        SessionChanges changes = session.changes();
        if (!changes.any()) {
            return;
        }
        if (late) {
            Optional<StoredSession> stored = store.take(changes.lease(), SessionStore.Use.UNNOTED);
            if (stored.isEmpty()) {
                return;
            }
            session.rebase(stored.get(), changes.lease());
            changes = session.changes();
        }
        CompletableFuture<?> indexed = index(session, changes);
        boolean there = store.save(changes, last);
        store.await(indexed);
        forgetFormer(session);
        session.saved(changes);
        if (!there) {
            LOG.fine("the session was ended while a request used it");
        }
    }

    private CompletableFuture<?> index(ClusterSession session, SessionChanges changes) {
        CompletableFuture<?> ends = CompletableFuture.completedFuture(true);
        CompletableFuture<?> signedIn = ends;
        if (changes.fields().containsKey(StoredSession.MAX_INACTIVE)) {
            ends = index.ends(session.key(), System.currentTimeMillis() + session.maxInactive() * 1000L);
        }
        if (changes.fields().containsKey(StoredSession.ACCOUNT)) {
            signedIn = index.signedIn(session.key(), session.account(), System.currentTimeMillis());
        }
        return CompletableFuture.allOf(ends, signedIn);
    }

    /** The session is over, for all nodes. If its id was changed, nothing is written under the new one yet. */
    void remove(ClusterSession session) {
        forgetFormer(session);
        store.remove(session.key(), session.lease());
        index.forget(session.key(), session.account());
        session.end();
    }

    /** What lies under the id that it had before leads nowhere from now on. */
    private void forgetFormer(ClusterSession session) {
        Lease former = session.former();
        if (former != null) {
            store.remove(former.key(), former);
            index.forget(former.key(), session.account());
        }
    }
}
