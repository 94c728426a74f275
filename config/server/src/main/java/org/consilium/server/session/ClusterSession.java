package org.consilium.server.session;

import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.connector.Request;
import org.apache.catalina.session.StandardSession;
import org.jspecify.annotations.Nullable;

/**
 * A session for the time of one request. Attributes stay bytes until somebody asks for them; what has been asked for is
 * compared at the end with what was loaded, so that a change in place is noticed as well.
 */
@SuppressWarnings("serial") // the container's class is serializable; this one lasts no longer than a request
final class ClusterSession extends StandardSession {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ClusterSession.class.getName());
    /** An attribute that nobody has asked for yet. */
    private static final class Raw {
        private final byte[] bytes;

        Raw(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /** How much of the session in Redis this request has. */
    private enum Grip {
        /** Nothing: it has not been looked at. */
        NONE,
        /** A copy, which others may be changing. */
        COPY,
        /** The lease. */
        LEASE,
        /** It is not in Redis yet. */
        NEW,
        /** It has ended. */
        ENDED
    }

    private final transient ClusterSessions sessions;
    private final transient Map<String, byte[]> loaded = new HashMap<>();
    private transient Grip grip = Grip.NEW;
    private transient @Nullable Lease lease;
    private transient @Nullable Request request;
    private transient String base = "";
    private transient byte @Nullable [] loadedCaller;
    private transient boolean callerSet;
    private transient int loadedMaxInactive;
    private transient boolean expired;
    private transient boolean touched;
    private transient @Nullable SessionKey known;
    private transient @Nullable Lease former;
    private transient boolean renaming;

    ClusterSession(ClusterSessions sessions) {
        super(sessions);
        this.sessions = sessions;
    }

    // -- what the manager does with it

    /** Becomes the session with the id as Redis had it. */
    void load(String sessionId, StoredSession stored, @Nullable Lease taken) {
        id = sessionId;
        isNew = false;
        isValid = true;
        creationTime = stored.created();
        lastAccessedTime = stored.accessed();
        thisAccessedTime = stored.now();
        maxInactiveInterval = stored.maxInactive();
        loadedMaxInactive = stored.maxInactive();
        base = stored.version();
        expired = stored.expired();
        loadedCaller = stored.caller().orElse(null);
        stored.caller().ifPresent(this::restoreCaller);
        grip = taken == null ? Grip.COPY : Grip.LEASE;
        lease = taken;
        refresh(stored.attributes());
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
        grip = Grip.NONE;
    }

    /** What this request has in its hands stays; what another has changed since is read anew. */
    private void refresh(Map<String, byte[]> stored) {
        attributes.keySet().removeIf(name -> !stored.containsKey(name));
        stored.forEach((name, bytes) -> {
            if (!Arrays.equals(bytes, loaded.get(name))) {
                attributes.put(name, new Raw(bytes));
            }
        });
        loaded.clear();
        loaded.putAll(stored);
    }

    private void restoreCaller(byte[] bytes) {
        try {
            StoredCaller caller = (StoredCaller) sessions.codec().read(bytes);
            super.setPrincipal(caller.principal());
            super.setAuthType(caller.authType());
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "who is signed in cannot be read", e);
        }
    }

    void bind(Request bound) {
        request = bound;
    }

    @Nullable
    Request request() {
        return request;
    }

    @Nullable
    Lease lease() {
        return lease;
    }

    boolean ended() {
        return grip == Grip.ENDED;
    }

    /** Whether the request may have changed it. */
    boolean writable() {
        return isValid && (grip == Grip.LEASE || grip == Grip.NEW);
    }

    SessionKey key() {
        if (known == null) {
            known = SessionKey.of(id);
        }
        return known;
    }

    /** The lease on what lies under the id that it had before this request changed it. */
    @Nullable
    Lease former() {
        return former;
    }

    /** From now on others may change it. */
    void let() {
        lease = null;
        touched = false;
        if (grip != Grip.NONE && grip != Grip.ENDED) {
            grip = Grip.COPY;
        }
    }

    /** Whether the request has gone on using what it had given back, and may have changed it in place. */
    boolean usedAfterwards() {
        return isValid && touched && grip == Grip.COPY;
    }

    void end() {
        grip = Grip.ENDED;
        lease = null;
    }

    /** All that Redis does not know yet; {@link #saved} makes it known. */
    SessionChanges changes() throws IOException {
        Lease writing = lease == null ? new Lease(key()) : lease;
        lease = writing;
        Map<String, byte[]> fields = new HashMap<>();
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            byte[] bytes = bytes(attribute.getValue());
            if (base.isEmpty() || !Arrays.equals(bytes, loaded.get(attribute.getKey()))) {
                fields.put(StoredSession.ATTRIBUTE + attribute.getKey(), bytes);
            }
        }
        byte[] caller = caller();
        if (caller != null && (base.isEmpty() || !Arrays.equals(caller, loadedCaller))) {
            fields.put(StoredSession.CALLER, caller);
            fields.put(StoredSession.ACCOUNT, RedisScripts.bytes(account()));
        }
        if (base.isEmpty()) {
            fields.put(StoredSession.CREATED, RedisScripts.bytes(creationTime));
        }
        if (base.isEmpty() || maxInactiveInterval != loadedMaxInactive) {
            fields.put(StoredSession.MAX_INACTIVE, RedisScripts.bytes(maxInactiveInterval));
        }
        return new SessionChanges(
                writing, base, writing.nextSave(), maxInactiveInterval, fields, removed(caller == null));
    }

    /** Who is signed in, written anew only if somebody has signed in or out. */
    private byte @Nullable [] caller() throws IOException {
        if (principal == null) {
            return null;
        }
        return callerSet || loadedCaller == null
                ? sessions.codec().write(StoredCaller.of(principal, authType))
                : loadedCaller;
    }

    private List<String> removed(boolean nobody) {
        List<String> removed = new ArrayList<>();
        loaded.keySet().stream()
                .filter(name -> !attributes.containsKey(name))
                .forEach(name -> removed.add(StoredSession.ATTRIBUTE + name));
        if (nobody && loadedCaller != null) {
            removed.add(StoredSession.CALLER);
            removed.add(StoredSession.ACCOUNT);
        }
        return removed;
    }

    /** Takes over what others have written since, so that {@link #changes} can be written above it. */
    void rebase(StoredSession stored, Lease taken) {
        base = stored.version();
        lease = taken;
        grip = Grip.LEASE;
    }

    void saved(SessionChanges changes) {
        base = changes.version();
        loadedMaxInactive = maxInactiveInterval;
        loaded.keySet().retainAll(attributes.keySet());
        callerSet = false;
        if (principal == null) {
            loadedCaller = null;
        }
        changes.fields().forEach((field, bytes) -> {
            if (field.startsWith(StoredSession.ATTRIBUTE)) {
                loaded.put(field.substring(StoredSession.ATTRIBUTE.length()), bytes);
            } else if (field.equals(StoredSession.CALLER)) {
                loadedCaller = bytes;
            }
        });
        former = null;
        if (grip == Grip.NEW) {
            grip = Grip.LEASE;
        }
    }

    /** Gets another id; the next save writes it whole under that one. */
    void rename(String newId) {
        hold();
        resolveAll();
        if (grip == Grip.LEASE) {
            former = lease;
            lease = null;
            base = "";
            grip = Grip.NEW;
        }
        known = null;
        renaming = true;
        super.setId(newId);
        renaming = false;
    }

    boolean isRenaming() {
        return renaming;
    }

    /** Writes what this request has changed, which is over. */
    void save() throws IOException {
        sessions.save(this, true);
    }

    /** Gives back what this request has of it. */
    void release() {
        sessions.finish(this);
    }

    /** Who is signed in; empty for nobody. */
    String account() {
        return principal == null ? "" : principal.getName();
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
        resolveAll();
        return super.getAttributes();
    }

    @Override
    public void setAttribute(String name, Object value) {
        if (grip == Grip.COPY && name != null && value != null && same(name, value)) {
            return;
        }
        hold();
        resolve(name);
        super.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name, boolean notify, boolean checkValid) {
        if (name == null || !attributes.containsKey(name)) {
            return;
        }
        hold();
        resolve(name);
        super.removeAttribute(name, notify, checkValid);
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
        callerSet = true;
        super.setPrincipal(principal);
    }

    @Override
    public void setAuthType(@Nullable String type) {
        if (!Objects.equals(type, getAuthType())) {
            hold();
            callerSet = true;
        }
        super.setAuthType(type);
    }

    @Override
    public void expire(boolean notify, boolean persistentRemove) {
        hold();
        if (grip != Grip.ENDED) {
            resolveAll();
            super.expire(notify, persistentRemove);
        }
    }

    @Override
    public void unlockForeground() {
        super.unlockForeground();
        sessions.finish(this);
    }

    /** The container recycles sessions that it keeps; this one is thrown away. */
    @Override
    public void recycle() {
        sessions.finish(this);
    }

    private void hold() {
        if (grip == Grip.NONE || grip == Grip.COPY) {
            sessions.hold(this);
        }
    }

    private void resolve(@Nullable String name) {
        touched = true;
        if (name != null && attributes.get(name) instanceof Raw raw) {
            Object value = read(name, raw.bytes);
            if (value != null) {
                attributes.put(name, value);
            } else {
                // to this node it is not there; in Redis it stays as it is
                attributes.remove(name);
                loaded.remove(name);
            }
        }
    }

    private boolean same(String name, Object value) {
        try {
            return Arrays.equals(sessions.codec().write(value), loaded.get(name));
        } catch (IOException e) {
            // it will be said when it is saved
            return false;
        }
    }

    private void resolveAll() {
        attributes.keySet().forEach(this::resolve);
    }

    private @Nullable Object read(String name, byte[] bytes) {
        try {
            return sessions.codec().read(bytes);
        } catch (IOException e) {
            LOG.log(Level.SEVERE, e, () -> "the attribute " + name + " of a session cannot be read: it is left out");
            return null;
        }
    }

    private byte[] bytes(Object value) throws IOException {
        return value instanceof Raw raw ? raw.bytes : sessions.codec().write(value);
    }
}
