package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.server.api.AccountSessions;

/**
 * Ends all sessions of an account, on all nodes, when its standing changes. They end before the commit, so that the
 * change fails if they cannot be ended; and once more after it, for a session that began in between.
 */
@ApplicationScoped
public class SessionEnd {
    private static final Logger LOG = Logger.getLogger(SessionEnd.class.getName());

    /** Offered only by a server whose sessions are in Redis. */
    @Inject
    private Instance<AccountSessions> sessions;

    void before(@Observes StandingChanged changed) {
        end(changed);
    }

    void after(@Observes(during = TransactionPhase.AFTER_SUCCESS) StandingChanged changed) {
        try {
            end(changed);
        } catch (RuntimeException failure) {
            // it is committed, and all but a session of this very moment has ended
            LOG.log(Level.WARNING, "sessions could not be ended a second time", failure);
        }
    }

    private void end(StandingChanged changed) {
        if (sessions.isResolvable()) {
            int ended = sessions.get().endAll(changed.publicId(), "");
            LOG.log(Level.FINE, "sessions ended: {0}", ended);
        }
    }
}
