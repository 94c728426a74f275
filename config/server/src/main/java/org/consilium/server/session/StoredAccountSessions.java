package org.consilium.server.session;

import java.util.List;
import java.util.Optional;
import org.consilium.server.api.AccountSessions;
import org.consilium.server.session.store.SessionIndex;
import org.consilium.server.session.store.SessionKey;
import org.consilium.server.session.store.SessionStore;

/** Finds the sessions of an account in Redis and ends them, on whichever node they began. */
final class StoredAccountSessions implements AccountSessions {
    private final SessionStore store;
    private final SessionIndex index;
    private final SessionLoader loader;

    StoredAccountSessions(SessionStore store, SessionIndex index, SessionLoader loader) {
        this.store = store;
        this.index = index;
        this.loader = loader;
    }

    @Override
    public List<String> list(String account) {
        return index.of(account).stream()
                .filter(key -> exists(account, key))
                .map(SessionKey::handle)
                .toList();
    }

    private boolean exists(String account, SessionKey key) {
        boolean exists = store.exists(key);
        if (!exists) {
            index.forget(key, account);
        }
        return exists;
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
        return list(account).contains(handle) && end(new SessionKey(handle));
    }

    @Override
    public int endAll(String account, String exceptHandle) {
        int ended = 0;
        for (String handle : list(account)) {
            if (!handle.equals(exceptHandle) && end(new SessionKey(handle))) {
                ended++;
            }
        }
        return ended;
    }

    /** The request's own session is not waited for: it is released only when the request is over. */
    private boolean end(SessionKey key) {
        Optional<ClusterSession> own = RequestSession.current().flatMap(request -> request.using(key));
        own.ifPresent(session -> session.expire(true, true));
        return own.isPresent() || loader.end(key);
    }
}
