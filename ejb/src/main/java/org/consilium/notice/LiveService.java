package org.consilium.notice;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Requires;
import org.consilium.account.AccountClosed;
import org.consilium.account.SignInService;
import org.consilium.care.Teams;

/** What open pages need to show changes by themselves: who is told of what, and when something has changed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LiveService {

    @Inject
    private NoticeBoard board;

    @Inject
    private SignInService signIn;

    @Inject
    private Teams teams;

    @Inject
    private Event<AccountClosed> closed;

    /** What concerns somebody who has signed in; nothing does any more once the account is disabled. */
    @Requires(Action.FOLLOW_CHANGES)
    public Optional<Audience> audienceOf(Caller caller) {
        return signIn.isStillActive(caller) ? Optional.of(find(caller)) : Optional.empty();
    }

    private Audience find(Caller caller) {
        return switch (caller.role()) {
            case PATIENT -> Audience.ofPatient(caller.accountId());
            case NURSE, DOCTOR -> Audience.ofTeams(teams.of(caller.accountId()));
            case ADMINISTRATOR, PRIVACY_OFFICER -> Audience.ofTeams(List.of());
        };
    }

    /** Changes with each notice to the audience: a page that was read with another mark is to be read again. */
    @Requires(Action.FOLLOW_CHANGES)
    public String mark(Audience audience) {
        return board.mark(audience);
    }

    /** Ends what the person has open on any node. */
    @Requires(Action.SIGN_OUT)
    public void signedOut(Caller caller) {
        closed.fire(new AccountClosed(caller.accountId()));
    }
}
