package org.consilium.server.session;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.consilium.server.session.store.Lease;
import org.consilium.server.session.store.LeaseLostException;
import org.consilium.server.session.store.SessionChanges;
import org.consilium.server.session.store.SessionIndex;
import org.consilium.server.session.store.SessionStore;
import org.consilium.server.session.store.SessionTooLargeException;
import org.consilium.server.session.store.StoreUnavailableException;
import org.consilium.server.session.store.StoredSession;

/** Writes the changes that requests have made to their sessions, and removes sessions that have ended. */
final class SessionWriter {
    private static final Logger LOG = Logger.getLogger(SessionWriter.class.getName());

    private final SessionStore store;
    private final SessionIndex index;
    private final SurplusSessions surplus;
    private final Supplier<ClassLoader> application;

    /** @param application the class loader of the application, whose classes run while an attribute is serialized */
    SessionWriter(SessionStore store, SessionIndex index, SurplusSessions surplus, Supplier<ClassLoader> application) {
        this.store = store;
        this.index = index;
        this.surplus = surplus;
        this.application = application;
    }

    /**
     * Writes the changes of the request.
     *
     * @param last whether the request needs the session no longer, so that the next request may begin
     * @throws StoreUnavailableException if Redis does not answer
     * @throws LeaseLostException if another request has written the session in the meantime
     * @throws IOException if an attribute cannot be serialized
     * @throws SessionTooLargeException if the session has become too large
     */
    void save(ClusterSession session, boolean last) throws IOException {
        if (!session.getIsValid()
                || !(session.copy().lease().isExclusive() || session.copy().isUsedWithoutLease())) {
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
        boolean unleased = session.copy().isUsedWithoutLease();
        SessionChanges changes = session.changes();
        if (!changes.any()) {
            return;
        }
        if (unleased) {
            Optional<StoredSession> stored = store.take(changes.lease(), SessionStore.Use.UNNOTED);
            if (stored.isEmpty()) {
                return;
            }
            session.copy().rebase(stored.get(), changes.lease());
            changes = session.changes();
        }
        CompletableFuture<?> indexed = index(session, changes);
        boolean saved = store.save(changes, last);
        store.await(indexed);
        removeFormer(session);
        if (changes.properties().newCaller().isPresent()) {
            surplus.end(session.account());
        }
        session.copy().saved(changes);
        if (!saved) {
            LOG.fine("not saved: the session has ended while a request used it");
        }
    }

    private CompletableFuture<?> index(ClusterSession session, SessionChanges changes) {
        CompletableFuture<?> expiry = CompletableFuture.completedFuture(true);
        CompletableFuture<?> account = expiry;
        if (changes.properties().hasMaxInactive()) {
            expiry = index.expires(session.key(), store.due(changes));
        }
        if (changes.properties().newCaller().isPresent()) {
            account = index.signedIn(session.key(), session.account(), System.currentTimeMillis());
        }
        return CompletableFuture.allOf(expiry, account);
    }

    /** Removes a session for all nodes. If its id was changed, nothing is stored under the new one yet. */
    void remove(ClusterSession session) {
        removeFormer(session);
        store.remove(session.key(), session.copy().lease().lease());
        index.forget(session.key(), session.account());
        session.copy().end();
    }

    /** Removes the session under the id that it had before. */
    private void removeFormer(ClusterSession session) {
        Lease former = session.copy().lease().former();
        if (former != null) {
            store.remove(former.key(), former);
            index.forget(former.key(), session.account());
        }
    }
}
