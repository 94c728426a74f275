package org.consilium.account.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.access.NotFoundException;
import org.consilium.account.AccountOwner;
import org.consilium.account.AccountStatus;
import org.consilium.account.AccountSummary;
import org.consilium.account.Accounts;
import org.consilium.account.OwnerLetters;
import org.consilium.account.StandingChanged;
import org.consilium.account.WaitingResets;
import org.consilium.account.factor.SecondFactors;
import org.consilium.mail.LetterKind;
import org.jspecify.annotations.Nullable;

/**
 * The repository of requests to remove second factors. One that is due is carried out by whatever comes first: a
 * sign-in to the account, or a timer. All lock the account before the request.
 */
@ApplicationScoped
public class FactorResets implements WaitingResets {
    private static final int MOST_SHOWN = 100;

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    @Inject
    private SecondFactors factors;

    @Inject
    private OwnerLetters letters;

    @Inject
    private Event<StandingChanged> standingChanged;

    @Inject
    private Clock clock;

    void add(FactorReset request) {
        entities.persist(request);
    }

    /** The request of an account that has not ended; there is one at most. */
    Optional<FactorReset> ofAccount(long accountKey) {
        return entities.createQuery(
                        "select r from FactorReset r where r.accountKey = :account and r.outcome is null",
                        FactorReset.class)
                .setParameter("account", accountKey)
                .getResultStream()
                .findFirst();
    }

    /** All that have not ended, the oldest first. */
    List<FactorReset> pending() {
        Instant now = clock.instant();
        return entities.createQuery(
                        "select r from FactorReset r where r.outcome is null order by r.requestedAt, r.key",
                        FactorReset.class)
                .setMaxResults(MOST_SHOWN)
                .getResultStream()
                .filter(request -> request.isOpen(now))
                .toList();
    }

    Optional<FactorReset> find(FactorResetId id) {
        return entities.createQuery("select r from FactorReset r where r.publicId = :id", FactorReset.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    FactorReset get(FactorResetId id) {
        return find(id).orElseThrow(NotFoundException::new);
    }

    /** Locks one, and its account, until the transaction ends. */
    void lock(FactorReset request) {
        var unused = accounts.lockedSummary(request.accountKey());
        entities.refresh(request, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public boolean carryOutDue(long accountKey) {
        Instant now = clock.instant();
        return ofAccount(accountKey)
                .filter(request -> request.isDue(now))
                .map(this::carryOut)
                .orElse(false);
    }

    /** Carries out one that was approved just now, unless its time is yet to come. */
    void carryOutIfDue(FactorReset request) {
        boolean unused = request.isDue(clock.instant()) && carryOut(request);
    }

    /**
     * Removes the second factors, ends all sessions, and tells the owner, also at the address of the time when it was
     * requested. Nothing of that happens if the account was disabled meanwhile.
     */
    private boolean carryOut(FactorReset request) {
        AccountSummary account = accounts.lockedSummary(request.accountKey());
        if (account.status() != AccountStatus.ACTIVE) {
            request.end(FactorResetOutcome.ACCOUNT_DISABLED, null, clock.instant());
            return false;
        }
        factors.removeAll(account.key());
        request.end(FactorResetOutcome.DONE, null, clock.instant());
        standingChanged.fire(new StandingChanged(account.key(), account.id().value()));
        AccountOwner owner = account.owner();
        Stream.of(owner.email(), request.email())
                .distinct()
                .forEach(email -> letters.send(LetterKind.SECOND_FACTOR_CHANGED, owner.at(email)));
        return true;
    }

    @Override
    public void ownerHasSignedIn(long accountKey) {
        ofAccount(accountKey)
                .filter(request -> factors.isSetUp(accountKey))
                .ifPresent(request -> request.end(FactorResetOutcome.OWNER_SIGNED_IN, null, clock.instant()));
    }

    @Override
    public void accountIsDisabled(long accountKey, long administrator) {
        end(accountKey, FactorResetOutcome.ACCOUNT_DISABLED, administrator);
    }

    private void end(long accountKey, FactorResetOutcome how, @Nullable Long person) {
        ofAccount(accountKey).ifPresent(request -> request.end(how, person, clock.instant()));
    }

    /** Ends the request of an account that nobody has approved in time. */
    void endExpired(long accountKey) {
        Instant now = clock.instant();
        ofAccount(accountKey)
                .filter(request -> !request.isOpen(now))
                .ifPresent(request -> request.end(FactorResetOutcome.EXPIRED, null, now));
    }

    /** The accounts with requests that are due, or that nobody has approved in time. */
    List<Long> accountsToVisit(int most) {
        Instant now = clock.instant();
        return entities.createQuery(
                        "select r.accountKey from FactorReset r where r.outcome is null and (r.effectiveAt <= :now"
                                + " or (r.approvedBy is null and r.requestedAt <= :end)) order by r.key",
                        Long.class)
                .setParameter("now", now)
                .setParameter("end", now.minus(FactorReset.TTL))
                .setMaxResults(most)
                .getResultList();
    }
}
