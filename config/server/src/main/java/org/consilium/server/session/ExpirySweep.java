package org.consilium.server.session;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.redisson.client.RedisException;

/**
 * Ends sessions that nobody has used for long, so that their listeners hear of it. Every node sweeps; the lease on a
 * session sees to it that one of them ends it.
 */
final class ExpirySweep {
    private static final Logger LOG = Logger.getLogger(ExpirySweep.class.getName());
    private static final int MOST = 100;

    private final SessionStore store;
    private final SessionIndex index;
    private final SessionLoans loans;

    ExpirySweep(SessionStore store, SessionIndex index, SessionLoans loans) {
        this.store = store;
        this.index = index;
        this.loans = loans;
    }

    void run() {
        try {
            for (SessionKey key : index.due(System.currentTimeMillis(), MOST)) {
                sweep(key);
            }
        } catch (StoreUnavailableException | RedisException e) {
            // the next sweep, here or on another node, finds the same
            LOG.log(Level.FINE, "sweep cut short", e);
        }
    }

    private void sweep(SessionKey key) {
        Lease lease = new Lease(key);
        var stored = store.tryTake(lease);
        if (stored.isEmpty()) {
            // in use, or gone: if gone, its entry goes too
            if (!store.exists(key)) {
                index.forget(key, "");
            }
        } else if (stored.get().expired()) {
            loans.expire(key, stored.get(), lease);
        } else {
            store.release(lease);
            RedisScripts.leave(index.ends(key, stored.get().due()));
        }
    }
}
