package org.consilium.server.session;

import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.consilium.server.session.store.Lease;
import org.consilium.server.session.store.LeaseState;
import org.consilium.server.session.store.SessionChanges;
import org.consilium.server.session.store.SessionKey;
import org.consilium.server.session.store.SessionPolicy;
import org.consilium.server.session.store.SessionTooLargeException;
import org.consilium.server.session.store.StoredSession;
import org.jspecify.annotations.Nullable;

/** A request's copy of a session in Redis: the attributes, the state as saved, and the lease. */
final class SessionCopy {
    private final SessionAttributes attributes;
    private final SavedState saved;
    private final LeaseState lease = new LeaseState();
    private boolean used;

    SessionCopy(SessionAttributes attributes, SavedState saved) {
        this.attributes = attributes;
        this.saved = saved;
    }

    /** Takes over a stored session, and returns who is signed in. */
    Optional<StoredCaller> load(StoredSession stored, @Nullable Lease taken) {
        lease.load(taken);
        attributes.load(stored.attributes());
        return saved.load(stored);
    }

    /** Loads the session only if the request changes it. */
    void defer() {
        lease.defer();
    }

    /** The leases that the request no longer needs are to be released. */
    void release() {
        lease.release();
        used = false;
    }

    void end() {
        lease.end();
    }

    /** The session gets another id; the next save writes all of it under that id. */
    void rename() {
        attributes.resolveAll();
        if (lease.rename()) {
            saved.forget();
        }
    }

    /** For reading: an application that has an attribute may change it in place. */
    SessionAttributes use() {
        used = true;
        return attributes;
    }

    SessionAttributes attributes() {
        return attributes;
    }

    void callerChanged() {
        saved.callerChanged();
    }

    String account(@Nullable Principal principal) {
        return saved.account(principal);
    }

    /**
     * Everything that Redis does not have yet; {@link #saved} follows.
     *
     * @throws IOException if an attribute or the caller cannot be serialized
     * @throws SessionTooLargeException if the attributes have more than {@link SessionPolicy#MAX_BYTES}
     */
    SessionChanges changes(SessionKey key, SessionProperties current) throws IOException {
        Map<String, byte[]> changed = attributes.changed(saved.isNew());
        long bytes = changed.isEmpty() ? 0 : attributes.bytesWith(changed);
        if (bytes > SessionPolicy.MAX_BYTES) {
            throw new SessionTooLargeException(bytes);
        }
        Lease writing = lease.leaseToWrite(key);
        return new SessionChanges(
                writing,
                saved.version(),
                writing.nextVersion(),
                saved.began(current.principal()),
                current.maxInactive(),
                saved.changes(current),
                changed,
                attributes.removed());
    }

    /** Another request has written the session in the meantime: {@link #changes} are to be written on top. */
    void rebase(StoredSession stored, Lease taken) {
        saved.rebase(stored);
        lease.load(taken);
    }

    void saved(SessionChanges changes) {
        saved.saved(changes);
        attributes.saved(changes.attributes());
        lease.saved();
    }

    LeaseState lease() {
        return lease;
    }

    /** Whether the request has used a copy without the lease, and may have changed an attribute in place. */
    boolean isUsedWithoutLease() {
        return used && lease.isCopy();
    }
}
