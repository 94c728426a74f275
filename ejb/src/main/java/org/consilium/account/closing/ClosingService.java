package org.consilium.account.closing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.Requires;
import org.consilium.account.AccountId;
import org.consilium.account.AccountStatusException;
import org.consilium.account.AccountSummary;
import org.consilium.account.Accounts;
import org.consilium.account.Reason;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.NotLimited;

/**
 * Closes accounts whose owners have asked for it. An administrator does it, who knows what has to stay: nothing is
 * deleted (45 CFR 164.316(b)(2), and the laws of the state on medical records).
 */
@Stateless
public class ClosingService {

    @Inject
    private ClosingRequests requests;

    @Inject
    private Accounts accounts;

    @Inject
    private Callers callers;

    @Inject
    private Clock clock;

    /** Asks to close the caller's account; nothing happens if that was asked for already. */
    @Requires(Action.ASK_TO_CLOSE)
    @Limited(Limit.PROFILE_ACCOUNT)
    public void ask() {
        long account = accounts.lockedSummary(callers.get().accountKey()).key();
        if (requests.open(account).isEmpty()) {
            requests.add(new ClosingRequest(account, clock.instant()));
        }
    }

    /** Takes the caller's request back; nothing happens if there is none. */
    @Requires(Action.ASK_TO_CLOSE)
    @Limited(Limit.PROFILE_ACCOUNT)
    public void takeBack() {
        long account = accounts.lockedSummary(callers.get().accountKey()).key();
        requests.open(account)
                .ifPresent(request -> request.end(ClosingOutcome.WITHDRAWN, null, account, clock.instant()));
    }

    /** The outcome of the caller's last request. */
    @Requires(Action.SEE_ACCOUNT)
    @NotLimited("it reads a row of the caller's own account, from the primary: a change must be seen at once")
    public ClosingState get() {
        return requests.last(callers.get().accountKey())
                .map(ClosingRequest::asState)
                .orElse(ClosingState.NONE);
    }

    /** All requests that are open, the oldest first. */
    @Requires(Action.LIST_CLOSINGS)
    public List<PendingClosing> pending() {
        return shown(requests.open());
    }

    /** The request to close an account, if one is open. */
    @Requires(Action.SEE_PERSON)
    public Optional<PendingClosing> of(AccountId id) {
        return shown(requests.open(accounts.summary(id).key()).stream().toList()).stream()
                .findFirst();
    }

    private List<PendingClosing> shown(List<ClosingRequest> open) {
        Map<Long, AccountSummary> owners =
                accounts.summaries(open.stream().map(ClosingRequest::accountKey).toList());
        return open.stream()
                .map(request -> request.asPending(Objects.requireNonNull(owners.get(request.accountKey()))))
                .toList();
    }

    /**
     * Disables the account, and ends everything that its owner has open.
     *
     * @throws AccountStatusException when the request has ended
     */
    @Requires(Action.DECIDE_CLOSING)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void close(ClosingRequestId id, @Reason String reason) {
        ClosingRequest request = open(id);
        long administrator = callers.get().accountKey();
        accounts.disable(request.accountKey(), administrator);
        request.end(ClosingOutcome.CLOSED, reason, administrator, clock.instant());
    }

    /**
     * Keeps the account open.
     *
     * @param reason which its owner sees
     * @throws AccountStatusException when the request has ended
     */
    @Requires(Action.DECIDE_CLOSING)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void decline(ClosingRequestId id, @Reason String reason) {
        open(id).end(ClosingOutcome.DECLINED, reason, callers.get().accountKey(), clock.instant());
    }

    private ClosingRequest open(ClosingRequestId id) {
        ClosingRequest request = requests.get(id);
        if (!request.isOpen()) {
            throw new AccountStatusException(
                    accounts.lockedSummary(request.accountKey()).status());
        }
        return request;
    }
}
