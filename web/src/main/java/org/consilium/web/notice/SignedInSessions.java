package org.consilium.web.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.consilium.server.api.AccountSessions;

/**
 * Tells whether a visitor is still signed in, without counting as a use of the session. The id of a session changes
 * when somebody signs in or out; a session that exists is therefore still the visitor's.
 */
@ApplicationScoped
public class SignedInSessions {

    /** Offered only by a server whose sessions are shared; without it, nobody is taken for signed out. */
    @Inject
    private Instance<AccountSessions> sessions;

    boolean has(LiveVisitor visitor) {
        return !sessions.isResolvable() || sessions.get().exists(visitor.session());
    }
}
