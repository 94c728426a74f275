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

    private final ClusterSessions sessions;

    ExpirySweep(ClusterSessions sessions) {
        this.sessions = sessions;
    }

    void run() {
        try {
            for (SessionKey key : sessions.index().due(System.currentTimeMillis(), MOST)) {
                sweep(key);
            }
        } catch (StoreUnavailableException | RedisException e) {
            // the next sweep, here or on another node, finds the same
            LOG.log(Level.FINE, "sweep cut short", e);
        }
    }

    private void sweep(SessionKey key) {
        Lease lease = new Lease(key);
        var stored = sessions.store().tryTake(lease);
        if (stored.isEmpty()) {
            // in use, or gone: if gone, its entry goes too
            if (!sessions.store().exists(key)) {
                sessions.index().forget(key, "");
            }
        } else if (stored.get().expired()) {
            sessions.expire(key, stored.get(), lease);
        } else {
            sessions.store().release(lease);
            RedisScripts.leave(sessions.index().ends(key, stored.get().due()));
        }
    }
}
