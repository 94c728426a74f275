package org.consilium.server.session;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.server.session.store.SessionIndex;
import org.consilium.server.session.store.SessionKey;
import org.consilium.server.session.store.StoreUnavailableException;

/** Ends the oldest sessions of an account that signs in too often, so that nobody can fill Redis with sessions. */
final class SurplusSessions {
    private static final Logger LOG = Logger.getLogger(SurplusSessions.class.getName());

    /** More than anybody has devices. */
    private static final int MAX_OF_ACCOUNT = 50;

    private final SessionIndex index;
    private final SessionLoader loader;

    SurplusSessions(SessionIndex index, SessionLoader loader) {
        this.index = index;
        this.loader = loader;
    }

    void end(String account) {
        for (SessionKey key : index.surplus(account, MAX_OF_ACCOUNT)) {
            try {
                if (!loader.end(key)) {
                    index.forget(key, account);
                }
            } catch (StoreUnavailableException e) {
                LOG.log(Level.FINE, "the next sign-in ends it", e);
            }
        }
    }
}
