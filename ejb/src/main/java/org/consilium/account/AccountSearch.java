package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import org.consilium.access.Role;
import org.jspecify.annotations.Nullable;

/** Finds people by their names, and by what else somebody may know of them. */
@ApplicationScoped
public class AccountSearch {

    private static final String FOLLOWING = " and (a.lastName > :last or a.lastName = :last"
            + " and (a.firstName > :first or a.firstName = :first and a.key > :after))";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    /**
     * The keys of patients by the beginning of their name, in any spelling and with either name first.
     *
     * @param most how many at most
     */
    public List<Long> patientsNamed(String beginning, int most) {
        TypedQuery<Long> query = entities.createQuery(
                "select a.key from Account a where a.role = :role and " + NameSearch.CONDITION
                        + " order by a.lastName, a.firstName, a.key",
                Long.class);
        return NameSearch.of(beginning)
                .in(query)
                .setParameter("role", Role.PATIENT)
                .setMaxResults(most)
                .getResultList();
    }

    /** The keys of patients with exactly this name, in any spelling, and this date of birth. */
    public List<Long> patientsCalled(PersonName name, LocalDate dateOfBirth) {
        return entities.createQuery(
                        "select a.key from Account a join Patient p on p.accountKey = a.key where a.role = :role"
                                + " and p.dateOfBirth = :birth and (a.nameKey = :key or a.givenNameKey = :key"
                                // accounts that have no key yet
                                + " or (a.nameKey is null and a.lastName = :last and a.firstName = :first))"
                                + " order by a.key",
                        Long.class)
                .setParameter("role", Role.PATIENT)
                .setParameter("birth", dateOfBirth)
                .setParameter("key", name.lastFirstKey())
                .setParameter("last", name.last())
                .setParameter("first", name.first())
                .getResultList();
    }

    /**
     * People of any role by the beginning of their name, as {@link #patientsNamed} does.
     *
     * @param after those who follow this one
     */
    public List<AccountSummary> named(String beginning, @Nullable AccountSummary after, int most) {
        TypedQuery<Account> query = entities.createQuery(
                "select a from Account a where " + NameSearch.CONDITION + (after == null ? "" : FOLLOWING)
                        + " order by a.lastName, a.firstName, a.key",
                Account.class);
        if (after != null) {
            query.setParameter("last", after.name().last())
                    .setParameter("first", after.name().first())
                    .setParameter("after", after.key());
        }
        return NameSearch.of(beginning)
                .in(query)
                .setMaxResults(most)
                .getResultStream()
                .map(Account::asSummary)
                .toList();
    }

    /** The person with an e-mail address, if there is one. */
    public List<AccountSummary> addressed(String email) {
        return accounts.find(email).map(Account::asSummary).stream().toList();
    }
}
