package org.consilium.server.session;

import java.io.IOException;
import java.security.Principal;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.session.StandardSession;
import org.jspecify.annotations.Nullable;

/**
 * A session for the time of one request: the container's view of it. What Redis does not know of it yet tell
 * {@link SessionAttributes} and {@link KnownState}; {@link SessionLoans} lends it and takes it back.
 */
@SuppressWarnings("serial") // the container's class is serializable; this one lasts no longer than a request
final class ClusterSession extends StandardSession {
    private static final long serialVersionUID = 1L;

    private final transient SessionLoans loans;
    private final transient SessionAttributes content;
    private final transient KnownState state;
    private final transient Hold hold = new Hold();
    private transient @Nullable RequestSession borrower;
    private transient @Nullable SessionKey known;
    private transient boolean expired;
    private transient boolean touched;
    private transient boolean renaming;

    ClusterSession(ClusterSessions sessions) {
        super(sessions);
        loans = sessions.loans();
        content = new SessionAttributes(attributes, sessions.codec(), sessions.fields());
        state = new KnownState(sessions.codec());
    }

    // -- what it becomes

    /** Becomes the session with the id as Redis had it. */
    void load(String sessionId, StoredSession stored, @Nullable Lease taken) {
        id = sessionId;
        isNew = false;
        isValid = true;
        creationTime = stored.created();
        lastAccessedTime = stored.accessed();
        thisAccessedTime = stored.now();
        maxInactiveInterval = stored.maxInactive();
        expired = stored.expired();
        state.load(stored).ifPresent(caller -> {
            super.setPrincipal(caller.principal());
            super.setAuthType(caller.authType());
        });
        hold.load(taken);
        content.load(stored.attributes());
    }

    /** Becomes the session with the key, whose id nobody knows: its handle stands for it. */
    void adopt(SessionKey of, StoredSession stored, Lease taken) {
        known = of;
        load(of.handle(), stored, taken);
    }

    /** Becomes a session that is not looked at unless somebody writes to it. */
    void leaveAside(String sessionId) {
        id = sessionId;
        isNew = false;
        isValid = true;
        maxInactiveInterval = -1;
        hold.leaveAside();
    }

    /** From now on others may change it. */
    void let() {
        hold.let();
        touched = false;
    }

    void end() {
        hold.end();
    }

    /** Gets another id; the next save writes it whole under that one. */
    void rename(String newId) {
        hold();
        content.resolveAll();
        if (hold.rename()) {
            state.forget();
        }
        known = null;
        renaming = true;
        super.setId(newId);
        renaming = false;
    }

    // -- what is to be written

    /** All that Redis does not know yet; {@link #saved} makes it known. */
    SessionChanges changes() throws IOException {
        return state.changes(this, content, hold.writing(key()));
    }

    /** Takes over what others have written since, so that {@link #changes} can be written above it. */
    void rebase(StoredSession stored, Lease taken) {
        state.rebase(stored);
        hold.load(taken);
    }

    void saved(SessionChanges changes) {
        state.saved(changes);
        content.saved(changes.attributes());
        hold.saved();
    }

    // -- what it is

    void bind(RequestSession request) {
        borrower = request;
    }

    /** The request that it was lent to. */
    @Nullable
    RequestSession borrower() {
        return borrower;
    }

    @Nullable
    Lease lease() {
        return hold.lease();
    }

    /** The lease on what lies under the id that it had before this request changed it. */
    @Nullable
    Lease former() {
        return hold.former();
    }

    SessionKey key() {
        if (known == null) {
            known = SessionKey.of(id);
        }
        return known;
    }

    boolean ended() {
        return hold.isEnded();
    }

    /** Whether the request may have changed it. */
    boolean writable() {
        return isValid && hold.isAlone();
    }

    /** Whether the request has gone on using what it had given back, and may have changed it in place. */
    boolean usedAfterwards() {
        return isValid && touched && hold.isCopy();
    }

    boolean isRenaming() {
        return renaming;
    }

    @Nullable
    Principal principal() {
        return principal;
    }

    @Nullable
    String authType() {
        return authType;
    }

    /** Who is signed in; empty for nobody. */
    String account() {
        return state.account(principal);
    }

    /** In milliseconds since 1970. */
    long created() {
        return creationTime;
    }

    /** Seconds that it may lie unused; not positive for ever. */
    int maxInactive() {
        return maxInactiveInterval;
    }

    // -- what the container and the application do with it

    @Override
    public boolean hasExpired() {
        return expired;
    }

    @Override
    public Object getAttribute(String name) {
        resolve(name);
        return super.getAttribute(name);
    }

    @Override
    protected Object getAttributeInternal(String name) {
        resolve(name);
        return super.getAttributeInternal(name);
    }

    @Override
    public Map<String, Object> getAttributes() {
        touched = true;
        content.resolveAll();
        return super.getAttributes();
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        content.resolveShared();
        return super.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        if (hold.isCopy() && name != null && value != null && content.isStored(name, value)) {
            return;
        }
        hold();
        resolve(name);
        super.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name, boolean notify, boolean checkValid) {
        if (content.has(name)) {
            hold();
            resolve(name);
            super.removeAttribute(name, notify, checkValid);
            content.forget(name);
        }
    }

    @Override
    public void setMaxInactiveInterval(int interval) {
        if (interval != getMaxInactiveInterval()) {
            hold();
        }
        super.setMaxInactiveInterval(interval);
    }

    @Override
    public void setPrincipal(@Nullable Principal principal) {
        hold();
        state.callerChanged();
        super.setPrincipal(principal);
    }

    @Override
    public void setAuthType(@Nullable String type) {
        if (!Objects.equals(type, getAuthType())) {
            hold();
            state.callerChanged();
        }
        super.setAuthType(type);
    }

    @Override
    public void expire(boolean notify, boolean persistentRemove) {
        hold();
        if (!hold.isEnded()) {
            content.resolveAll();
            super.expire(notify, persistentRemove);
        }
    }

    @Override
    public void unlockForeground() {
        super.unlockForeground();
        loans.giveBack(this);
    }

    /** The container recycles sessions that it keeps; this one is thrown away. */
    @Override
    public void recycle() {
        loans.giveBack(this);
    }

    private void hold() {
        if (hold.isLoose()) {
            try {
                loans.hold(this);
            } catch (StoreUnavailableException e) {
                failed();
                throw e;
            }
        }
    }

    /** The request can only be answered with "come again". */
    void failed() {
        if (borrower != null) {
            borrower.fail();
        }
    }

    private void resolve(@Nullable String name) {
        touched = true;
        content.resolve(name);
    }
}
