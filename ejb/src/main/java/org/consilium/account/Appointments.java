package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.access.Caller;

/** The repository of appointments. */
@ApplicationScoped
public class Appointments {
    private static final int MOST_SHOWN = 100;

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Clock clock;

    void propose(Account account, Caller proposer) {
        entities.persist(new Appointment(account.key(), proposer.accountKey(), clock.instant()));
    }

    void approve(Appointment appointment, Caller approver) {
        appointment.approve(approver.accountKey(), clock.instant());
    }

    Optional<Appointment> find(Account account) {
        return Optional.ofNullable(entities.find(Appointment.class, account.key()));
    }

    void lock(Account account) {
        var unused = entities.find(Appointment.class, account.key(), LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Whether a second person has to approve before the account's owner is invited. Accounts of the version before, and
     * those that the configuration opens, have no appointment.
     */
    boolean isPending(Account account) {
        return find(account).filter(Appointment::isPending).isPresent();
    }

    /** The keys of those accounts whose appointments are pending, in one statement. */
    Set<Long> pendingAmong(Collection<Long> accounts) {
        if (accounts.isEmpty()) {
            return Set.of();
        }
        return entities.createQuery(
                        "select p.accountKey from Appointment p where p.accountKey in :accounts and p.approvedBy is null",
                        Long.class)
                .setParameter("accounts", accounts)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** The oldest first; an account that was disabled is not among them. */
    List<Appointment> pending() {
        return entities.createQuery(
                        "select p from Appointment p, Account a where a.key = p.accountKey and a.status = :invited"
                                + " and p.approvedBy is null order by p.proposedAt, p.accountKey",
                        Appointment.class)
                .setParameter("invited", AccountStatus.INVITED)
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }
}
