package org.consilium.account;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.Requires;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.platform.Mailbox;
import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;

/** Everybody who can sign in, as an administrator sees them. Nothing clinical can be reached from here. */
@Stateless
public class PeopleService {

    private static final String BY_EMAIL = "a.email like :search escape '!'";
    private static final String BY_NAME = " order by a.lastName, a.firstName, a.key";
    private static final String FOLLOWING = " and (a.lastName > :last or (a.lastName = :last and (a.firstName > :first"
            + " or (a.firstName = :first and a.key > :key))))";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    @Inject
    private Appointments appointments;

    @Inject
    private Callers callers;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Clock clock;

    /**
     * People by last name.
     *
     * @param search the beginning of a name in any spelling, with either name first, or of an e-mail address when it
     *     has an "@"; blank for all
     * @param after {@link Slice#next} of the slice before
     */
    @Requires(Action.LIST_PEOPLE)
    public Slice<Person> list(String search, @Nullable AccountId after) {
        boolean email = search.contains("@");
        String where = " where " + (email ? BY_EMAIL : NameSearch.CONDITION) + (after == null ? "" : FOLLOWING);
        TypedQuery<Account> query = entities.createQuery("select a from Account a" + where + BY_NAME, Account.class);
        if (email) {
            query.setParameter("search", Prefix.of(Mailbox.of(search).address()));
        } else {
            NameSearch.of(search).in(query);
        }
        if (after != null) {
            Account last = accounts.get(after);
            query.setParameter("last", last.name().last())
                    .setParameter("first", last.name().first())
                    .setParameter("key", last.key());
        }
        Instant now = clock.instant();
        List<Account> accountsFound = query.setMaxResults(Slice.ROWS + 1).getResultList();
        Set<Long> pending = appointments.pendingAmong(
                accountsFound.stream().map(Account::key).toList());
        List<Person> found = accountsFound.stream()
                .map(account -> account.asPerson(now, pending.contains(account.key())))
                .toList();
        Slice<Person> people = Slice.cut(found, person -> person.id().value());
        if (!search.isBlank()) {
            audit.fire(AuditEvent.of(AuditKind.SEARCH)
                    .with("kind", email ? "address" : "name")
                    .with("results", people.rows().size()));
        }
        return people;
    }

    /** Somebody other than the caller. */
    @Requires(Action.SEE_PERSON)
    public Person get(AccountId id) {
        Account account = accounts.get(id);
        return account.asPerson(clock.instant(), appointments.isPending(account));
    }

    /** The names that they had before, the last one first. */
    @Requires(Action.SEE_PERSON)
    public List<EarlierName> formerNames(AccountId id) {
        return entities.createQuery(
                        "select n from FormerName n where n.accountKey = :account order by n.key desc",
                        FormerName.class)
                .setParameter("account", accounts.get(id).key())
                .setMaxResults(Slice.ROWS)
                .getResultStream()
                .map(FormerName::asEarlier)
                .toList();
    }

    /** Ends everything that the person has open, and keeps them from signing in. */
    @Requires(Action.DISABLE_ACCOUNT)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void disable(AccountId id) {
        accounts.disable(accounts.get(id).key(), callers.get().accountKey());
    }

    @Requires(Action.ENABLE_ACCOUNT)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void enable(AccountId id) {
        accounts.get(id).enable();
    }

    /**
     * Forgets the wrong passwords, so that the person does not have to wait.
     *
     * @param reason kept with the time, and with the administrator who unlocks the account
     */
    @Requires(Action.UNLOCK_ACCOUNT)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void unlock(AccountId id, @Reason String reason) {
        Account account = accounts.get(id);
        account.unlock();
        entities.persist(new AccountUnlock(account.key(), reason, callers.get().accountKey(), clock.instant()));
    }
}
