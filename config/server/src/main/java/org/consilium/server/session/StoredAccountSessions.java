package org.consilium.server.session;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.server.api.AccountSession;
import org.consilium.server.api.AccountSessions;
import org.consilium.server.session.store.AttributeFields;
import org.consilium.server.session.store.SessionIndex;
import org.consilium.server.session.store.SessionKey;
import org.consilium.server.session.store.SessionStore;
import org.consilium.server.session.store.SessionTimes;
import org.consilium.server.session.store.StoredSession;

/** Finds the sessions of an account in Redis and ends them, on whichever node they began. */
final class StoredAccountSessions implements AccountSessions {
    private static final Logger LOG = Logger.getLogger(StoredAccountSessions.class.getName());

    private final SessionStore store;
    private final SessionIndex index;
    private final SessionLoader loader;
    private final AttributeCodec codec;

    /** The field of the attribute that describes a session. */
    private final String description;

    StoredAccountSessions(
            SessionStore store,
            SessionIndex index,
            SessionLoader loader,
            AttributeCodec codec,
            AttributeFields fields) {
        this.store = store;
        this.index = index;
        this.loader = loader;
        this.codec = codec;
        description = fields.field(AccountSession.DESCRIPTION);
    }

    @Override
    public List<AccountSession> list(String account) {
        return of(account).entrySet().stream()
                .flatMap(one -> one
                        .getValue()
                        .filter(stored -> !stored.times().expired())
                        .map(stored -> summary(one.getKey(), stored))
                        .stream())
                .toList();
    }

    private AccountSession summary(SessionKey key, StoredSession stored) {
        SessionTimes times = stored.times();
        return new AccountSession(
                key.handle(),
                Instant.ofEpochMilli(times.began()),
                Instant.ofEpochMilli(times.accessed()),
                Instant.ofEpochMilli(times.end()),
                Optional.ofNullable(stored.attributes().get(description))
                        .map(this::text)
                        .orElse(""));
    }

    private String text(byte[] bytes) {
        try {
            return codec.read(bytes) instanceof String text ? text : "";
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the description of a session cannot be read", e);
            return "";
        }
    }

    /** The sessions of the account, the oldest first; empty for one that cannot be decrypted. */
    private Map<SessionKey, Optional<StoredSession>> of(String account) {
        List<SessionKey> keys = index.of(account);
        Map<SessionKey, Optional<StoredSession>> sessions = store.summaries().of(keys, description);
        keys.stream().filter(key -> !sessions.containsKey(key)).forEach(key -> index.forget(key, account));
        sessions.values()
                .removeIf(
                        stored -> stored.isPresent() && !stored.get().account().equals(account));
        return sessions;
    }

    @Override
    public boolean exists(String sessionId) {
        return store.exists(SessionKey.of(sessionId));
    }

    @Override
    public String handle(String sessionId) {
        return SessionKey.of(sessionId).handle();
    }

    @Override
    public boolean end(String account, String handle) {
        SessionKey key = new SessionKey(handle);
        return of(account).containsKey(key) && end(account, key);
    }

    @Override
    public int endAll(String account, String exceptHandle) {
        int ended = 0;
        for (SessionKey key : of(account).keySet()) {
            if (!key.handle().equals(exceptHandle) && end(account, key)) {
                ended++;
            }
        }
        return ended;
    }

    /** The request's own session is ended by its own copy, so that the request cannot go on using it. */
    private boolean end(String account, SessionKey key) {
        Optional<ClusterSession> own = RequestSession.current().flatMap(request -> request.using(key));
        own.ifPresent(session -> session.expire(true, true));
        boolean ended = own.isPresent() || loader.end(key);
        if (!ended) {
            index.forget(key, account);
        }
        return ended;
    }
}
