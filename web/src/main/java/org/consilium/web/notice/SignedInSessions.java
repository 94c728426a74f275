package org.consilium.web.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.consilium.server.api.AccountSessions;

/**
 * Asks the server whether a session is still signed in, without extending it. The id of a session changes when somebody
 * signs in or out, so a session that exists is still the visitor's.
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
