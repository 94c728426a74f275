package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.consilium.access.Caller;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;

/** Puts failed sign-ins on record, and wrong passwords and codes of people who have signed in. */
@ApplicationScoped
public class FailedSignIns {
    @Inject
    private Event<AuditEvent> audit;

    void tell(Account account, SignInFailure why) {
        tell(account.asCaller(), why);
    }

    /** Of an account that is known. */
    public void tell(Caller caller, SignInFailure why) {
        audit.fire(AuditEvent.of(AuditKind.SIGN_IN).by(caller).because(why).failed());
    }

    /** Of an account that nobody is let into. */
    public void tell(AccountSummary owner, SignInFailure why) {
        audit.fire(AuditEvent.of(AuditKind.SIGN_IN)
                .by(owner.key(), owner.role())
                .because(why)
                .failed());
    }

    /** Of nobody who is known. */
    public void tell(SignInFailure why) {
        audit.fire(AuditEvent.of(AuditKind.SIGN_IN).because(why).failed());
    }
}
