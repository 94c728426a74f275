package org.consilium.server.session;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.server.session.store.Lease;
import org.consilium.server.session.store.SessionIndex;
import org.consilium.server.session.store.SessionKey;
import org.consilium.server.session.store.SessionStore;
import org.consilium.server.session.store.StoreUnavailableException;
import org.consilium.server.session.store.StoredSession;
import org.redisson.client.RedisException;

/**
 * Ends sessions that have expired, so that their listeners are told. Every node sweeps; the lease lets one of them end
 * a session.
 */
final class ExpirySweep {
    private static final Logger LOG = Logger.getLogger(ExpirySweep.class.getName());
    private static final int BATCH_SIZE = 100;

    private final SessionStore store;
    private final SessionIndex index;
    private final SessionLoader loader;

    ExpirySweep(SessionStore store, SessionIndex index, SessionLoader loader) {
        this.store = store;
        this.index = index;
        this.loader = loader;
    }

    void run() {
        try {
            for (SessionKey key : index.due(System.currentTimeMillis(), BATCH_SIZE)) {
                sweep(key);
            }
        } catch (StoreUnavailableException | RedisException e) {
            // the next sweep, here or on another node, finds the same sessions
            LOG.log(Level.FINE, "the sweep was cut short", e);
        }
    }

    private void sweep(SessionKey key) {
        Lease lease = new Lease(key);
        Optional<StoredSession> stored = store.tryTake(lease);
        if (stored.isEmpty()) {
            // in use, or gone
            if (!store.exists(key)) {
                index.forget(key, "");
            }
        } else if (stored.get().times().expired()) {
            loader.expire(key, stored.get(), lease);
        } else {
            store.release(lease);
            index.postpone(key, stored.get().times().due());
        }
    }
}
