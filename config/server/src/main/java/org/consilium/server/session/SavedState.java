package org.consilium.server.session;

import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.server.session.store.PropertyChanges;
import org.consilium.server.session.store.SessionChanges;
import org.consilium.server.session.store.StoredSession;
import org.jspecify.annotations.Nullable;

/** The properties of a session as Redis has them, to find out which have changed. */
final class SavedState {
    private static final Logger LOG = Logger.getLogger(SavedState.class.getName());

    private final AttributeCodec codec;
    private String version = "";
    private long began;
    private int maxInactive;
    private byte @Nullable [] caller;
    private String account = "";
    private boolean callerChanged;

    SavedState(AttributeCodec codec) {
        this.codec = codec;
    }

    /**
     * Takes over the properties of a session that was loaded, and returns who is signed in. A caller who cannot be read
     * counts as nobody here, and stays in Redis until somebody signs in or out.
     */
    Optional<StoredCaller> load(StoredSession stored) {
        version = stored.version();
        began = stored.times().began();
        maxInactive = stored.times().maxInactive();
        caller = stored.caller().orElse(null);
        account = stored.account();
        return stored.caller().flatMap(this::read);
    }

    private Optional<StoredCaller> read(byte[] bytes) {
        try {
            return Optional.of((StoredCaller) codec.read(bytes));
        } catch (IOException | ClassCastException e) {
            LOG.log(Level.SEVERE, "the caller of a session cannot be read: nobody is signed in", e);
            return Optional.empty();
        }
    }

    /** Another request has written the session: the changes of this one go on top. */
    void rebase(StoredSession stored) {
        version = stored.version();
        began = stored.times().began();
    }

    /** The next save writes the whole session, under another id. */
    void forget() {
        version = "";
    }

    boolean isNew() {
        return version.isEmpty();
    }

    /** The version of the last save; empty if there is none under the current id. */
    String version() {
        return version;
    }

    void callerChanged() {
        callerChanged = true;
    }

    /** The name of the session's caller, even if the caller cannot be read; empty for nobody. */
    String account(@Nullable Principal principal) {
        if (principal != null) {
            return principal.getName();
        }
        return callerChanged ? "" : account;
    }

    /**
     * When the session began, in milliseconds since 1970; zero if it begins now. Its lifetime counts from there, so it
     * begins when somebody signs in, and not when the same account signs in once more, or when it gets another id.
     */
    long began(@Nullable Principal principal) {
        return principal == null || principal.getName().equals(account) ? began : 0;
    }

    /**
     * The properties that differ from those in Redis.
     *
     * @throws IOException if the caller cannot be serialized
     */
    PropertyChanges changes(SessionProperties current) throws IOException {
        PropertyChanges changes = new PropertyChanges();
        byte[] currentCaller = caller(current);
        if (currentCaller != null && (isNew() || !Arrays.equals(currentCaller, caller))) {
            changes.caller(currentCaller, account(current.principal()));
        }
        if (currentCaller == null && caller != null) {
            changes.noCaller();
        }
        if (isNew()) {
            changes.created(current.created());
        }
        if (isNew() || current.maxInactive() != maxInactive) {
            changes.maxInactive(current.maxInactive());
        }
        return changes;
    }

    /** Serialized only if somebody has signed in or out. */
    private byte @Nullable [] caller(SessionProperties current) throws IOException {
        if (!callerChanged) {
            return caller;
        }
        Principal principal = current.principal();
        return principal == null ? null : codec.write(StoredCaller.of(principal, current.authType()));
    }

    /** Redis has these changes now. */
    void saved(SessionChanges changes) {
        version = changes.version();
        maxInactive = changes.maxInactive();
        callerChanged = false;
        if (changes.properties().removesCaller()) {
            caller = null;
            account = "";
        }
        caller = changes.properties().newCaller().orElse(caller);
    }
}
