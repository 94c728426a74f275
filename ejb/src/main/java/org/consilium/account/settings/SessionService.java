package org.consilium.account.settings;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.Requires;
import org.consilium.account.SignedOut;
import org.consilium.limit.NotLimited;
import org.consilium.server.api.AccountSession;
import org.consilium.server.api.AccountSessions;

/**
 * Shows people where they are signed in, and signs them out there (OWASP ASVS 5.0, 7.5.2). It takes effect at once on
 * all nodes, and on pages that are open.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionService {

    /** Offered only by a server whose sessions are in Redis. */
    @Inject
    private Instance<AccountSessions> sessions;

    @Inject
    private Callers callers;

    @Inject
    private Event<SignedOut> signedOut;

    /**
     * The sessions of the caller, the one that was used last first.
     *
     * @param ownId the id of the session that asks
     */
    @Requires(Action.SEE_ACCOUNT)
    @NotLimited("two round trips to Redis, whose number of sessions is limited")
    public List<OpenSession> list(String ownId) {
        AccountSessions all = sessions.get();
        String own = all.handle(ownId);
        return all.list(callers.get().getName()).stream()
                .sorted((one, other) -> other.lastUsed().compareTo(one.lastUsed()))
                .map(session -> open(session, own))
                .toList();
    }

    private static OpenSession open(AccountSession session, String own) {
        return new OpenSession(
                session.handle(),
                session.description(),
                session.began(),
                session.lastUsed(),
                session.handle().equals(own));
    }

    /** Ends one session of the caller; nothing happens if there is none with this handle. */
    @Requires(Action.END_SESSION)
    @NotLimited("ends a session of the caller, and signing in is limited")
    public void end(String handle) {
        Caller caller = callers.get();
        if (sessions.get().end(caller.getName(), handle)) {
            signedOut.fire(new SignedOut(caller.accountKey()));
        }
    }

    /**
     * Ends all other sessions of the caller.
     *
     * @param ownId the id of the session that asks
     */
    @Requires(Action.END_SESSION)
    @NotLimited("ends sessions of the caller, and signing in is limited")
    public void endOthers(String ownId) {
        Caller caller = callers.get();
        AccountSessions all = sessions.get();
        if (all.endAll(caller.getName(), all.handle(ownId)) > 0) {
            signedOut.fire(new SignedOut(caller.accountKey()));
        }
    }
}
