package org.consilium.account.recovery;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.FreshTicket;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.account.AccountId;
import org.consilium.account.AccountStatus;
import org.consilium.account.AccountStatusException;
import org.consilium.account.AccountSummary;
import org.consilium.account.Accounts;
import org.consilium.account.OwnerLetters;
import org.consilium.account.Reason;
import org.consilium.account.factor.SecondFactors;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.mail.LetterKind;

/**
 * Lets people in again who have lost every second factor, by two others: an administrator proves the owner's identity
 * outside of the system, and requests it; another administrator or a privacy officer approves. The owner is told at
 * once, and stops it by signing in with the second factor.
 */
@Stateless
public class FactorResetService {

    @Inject
    private FactorResets resets;

    @Inject
    private Accounts accounts;

    @Inject
    private SecondFactors factors;

    @Inject
    private OwnerLetters letters;

    @Inject
    private Callers callers;

    @Inject
    private Clock clock;

    /**
     * Requests that the second factors of an account be removed, and tells its owner.
     *
     * @param reason how the owner's identity was proved
     * @param inPerson whether that was at the clinic: then a patient does not have to wait once it is approved
     * @param ticket of the caller, who has proved just now who they are
     * @throws AccountStatusException when the account cannot sign in, has no second factor, or such a request is open
     */
    @Requires(Action.REQUEST_FACTOR_RESET)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void request(AccountId id, @Reason String reason, boolean inPerson, FreshTicket ticket) {
        AccountSummary account = accounts.summary(id);
        resets.endExpired(account.key());
        if (!isPossible(account)) {
            throw new AccountStatusException(account.status());
        }
        resets.add(new FactorReset(account, reason, inPerson, callers.get().accountKey(), clock.instant()));
        letters.send(LetterKind.FACTOR_RESET_REQUESTED, account.owner());
    }

    private boolean isPossible(AccountSummary account) {
        return account.status() == AccountStatus.ACTIVE
                && factors.isSetUp(account.key())
                && resets.ofAccount(account.key()).isEmpty();
    }

    /** Whether the second factors of an account can be removed, or somebody has requested it. */
    @Requires(Action.SEE_PERSON)
    public ResetState of(AccountId id) {
        AccountSummary account = accounts.summary(id);
        Instant now = clock.instant();
        Optional<FactorReset> open = resets.ofAccount(account.key()).filter(request -> request.isOpen(now));
        boolean possible = open.isEmpty() && account.status() == AccountStatus.ACTIVE && factors.isSetUp(account.key());
        return new ResetState(possible, shown(open.stream().toList()).stream().findFirst());
    }

    /** All requests that are open, the oldest first. */
    @Requires(Action.LIST_APPOINTMENTS)
    public List<PendingReset> pending() {
        return shown(resets.pending());
    }

    private List<PendingReset> shown(List<FactorReset> requests) {
        Map<Long, AccountSummary> people = accounts.summaries(requests.stream()
                .flatMap(request -> Stream.of(request.accountKey(), request.requestedBy()))
                .toList());
        long reader = callers.get().accountKey();
        Instant now = clock.instant();
        return requests.stream()
                .map(request -> request.asPending(
                        Objects.requireNonNull(people.get(request.accountKey())),
                        Objects.requireNonNull(people.get(request.requestedBy()))
                                .name()
                                .full(),
                        reader,
                        now))
                .toList();
    }

    /**
     * Approves a request. The second factors of a patient who was not at the clinic are removed a day later, those of
     * everybody else at once.
     *
     * @param ticket of the caller, who has proved just now who they are
     * @throws NotFoundException when the caller has made the request
     * @throws AccountStatusException when it has ended or was approved, or the account cannot sign in
     */
    @Requires(Action.APPROVE_FACTOR_RESET)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void approve(FactorResetId id, FreshTicket ticket) {
        FactorReset request = resets.get(id);
        long approver = callers.get().accountKey();
        if (approver == request.requestedBy()) {
            throw new NotFoundException();
        }
        AccountSummary account = accounts.lockedSummary(request.accountKey());
        if (account.status() != AccountStatus.ACTIVE || !request.isApprovableBy(approver, clock.instant())) {
            throw new AccountStatusException(account.status());
        }
        request.approve(approver, account.role(), clock.instant());
        resets.carryOutIfDue(request);
    }

    /**
     * Takes a request back, or refuses it, whether it is approved or not.
     *
     * @throws AccountStatusException when it has ended
     */
    @Requires(Action.WITHDRAW_FACTOR_RESET)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void withdraw(FactorResetId id) {
        FactorReset request = resets.get(id);
        if (!request.isOpen(clock.instant())) {
            throw new AccountStatusException(
                    accounts.lockedSummary(request.accountKey()).status());
        }
        request.end(FactorResetOutcome.WITHDRAWN, callers.get().accountKey(), clock.instant());
    }
}
