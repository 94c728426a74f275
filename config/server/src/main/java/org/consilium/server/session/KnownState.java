package org.consilium.server.session;

import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What Redis has of a session beside its attributes, to tell what it does not know yet. */
final class KnownState {
    private static final Logger LOG = Logger.getLogger(KnownState.class.getName());

    private final AttributeCodec codec;
    private String version = "";
    private int maxInactive;
    private byte @Nullable [] caller;
    private String account = "";
    private boolean callerChanged;

    KnownState(AttributeCodec codec) {
        this.codec = codec;
    }

    /**
     * Gives who is signed in. One who cannot be read is nobody here, and stays in Redis until somebody signs in or out.
     */
    Optional<StoredCaller> load(StoredSession stored) {
        version = stored.version();
        maxInactive = stored.maxInactive();
        caller = stored.caller().orElse(null);
        account = stored.account();
        return stored.caller().flatMap(this::read);
    }

    private Optional<StoredCaller> read(byte[] bytes) {
        try {
            return Optional.of((StoredCaller) codec.read(bytes));
        } catch (IOException | ClassCastException e) {
            LOG.log(Level.SEVERE, "who is signed in cannot be read", e);
            return Optional.empty();
        }
    }

    /** Others have written since; what this request has changed is to be written above it. */
    void rebase(StoredSession stored) {
        version = stored.version();
    }

    /** It is to be written whole, under another id. */
    void forget() {
        version = "";
    }

    void callerChanged() {
        callerChanged = true;
    }

    /** Whose session it is; of one whose caller cannot be read, as well. Empty for nobody. */
    String account(@Nullable Principal principal) {
        if (principal != null) {
            return principal.getName();
        }
        return callerChanged ? "" : account;
    }

    /**
     * All that Redis does not have of the session.
     *
     * @throws IOException if something in it cannot be serialized
     */
    SessionChanges changes(ClusterSession session, SessionAttributes attributes, Lease lease) throws IOException {
        boolean whole = version.isEmpty();
        Map<String, byte[]> changed = attributes.changed(whole);
        Map<String, byte[]> fields = new HashMap<>();
        byte[] now = caller(session.principal(), session.authType());
        if (now != null && (whole || !Arrays.equals(now, caller))) {
            fields.put(StoredSession.CALLER, now);
            fields.put(StoredSession.ACCOUNT, RedisScripts.bytes(session.account()));
        }
        if (whole) {
            fields.put(StoredSession.CREATED, RedisScripts.bytes(session.created()));
        }
        if (whole || session.maxInactive() != maxInactive) {
            fields.put(StoredSession.MAX_INACTIVE, RedisScripts.bytes(session.maxInactive()));
        }
        List<String> removed = new ArrayList<>();
        if (now == null && caller != null) {
            removed.add(StoredSession.CALLER);
            removed.add(StoredSession.ACCOUNT);
        }
        return new SessionChanges(
                lease,
                version,
                lease.nextSave(),
                session.maxInactive(),
                fields,
                removed,
                changed,
                attributes.removed());
    }

    /** Who is signed in, written anew only if somebody has signed in or out. */
    private byte @Nullable [] caller(@Nullable Principal principal, @Nullable String authType) throws IOException {
        if (!callerChanged) {
            return caller;
        }
        return principal == null ? null : codec.write(StoredCaller.of(principal, authType));
    }

    /** Redis has them now. */
    void saved(SessionChanges changes) {
        version = changes.version();
        maxInactive = changes.maxInactive();
        callerChanged = false;
        if (changes.removed().contains(StoredSession.CALLER)) {
            caller = null;
            account = "";
        }
        caller = changes.fields().getOrDefault(StoredSession.CALLER, caller);
    }
}
