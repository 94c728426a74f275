package org.consilium.server.session.store;

import static org.consilium.server.session.store.RedisScripts.bytes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes to the properties that the container keeps of a session, beside its attributes. */
public final class PropertyChanges {
    private final Map<String, byte[]> fields = new HashMap<>();
    private final List<String> removed = new ArrayList<>();

    /** Somebody has signed in. */
    public void caller(byte[] caller, String account) {
        fields.put(StoredSession.CALLER, caller);
        fields.put(StoredSession.ACCOUNT, bytes(account));
    }

    /** Nobody is signed in any longer. */
    public void noCaller() {
        removed.add(StoredSession.CALLER);
        removed.add(StoredSession.ACCOUNT);
    }

    /** When the session was created, in milliseconds since 1970. */
    public void created(long time) {
        fields.put(SessionTimes.CREATED, bytes(time));
    }

    /** Seconds without use after which the session expires. */
    public void maxInactive(int seconds) {
        fields.put(SessionTimes.MAX_INACTIVE, bytes(seconds));
    }

    public boolean hasMaxInactive() {
        return fields.containsKey(SessionTimes.MAX_INACTIVE);
    }

    /** The caller who has signed in; empty if nobody has. */
    public Optional<byte[]> newCaller() {
        return Optional.ofNullable(fields.get(StoredSession.CALLER));
    }

    public boolean removesCaller() {
        return removed.contains(StoredSession.CALLER);
    }

    boolean any() {
        return !fields.isEmpty() || !removed.isEmpty();
    }

    Map<String, byte[]> fields() {
        return fields;
    }

    List<String> removed() {
        return removed;
    }
}
