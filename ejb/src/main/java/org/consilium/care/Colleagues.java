package org.consilium.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.consilium.account.AccountId;
import org.consilium.account.AccountStatus;
import org.consilium.account.PersonName;
import org.consilium.platform.Mailbox;

/** Nurses and doctors who can sign in, as their colleagues look for them; accounts are given by their keys. */
@ApplicationScoped
public class Colleagues {

    private static final String BY_ADDRESS =
            "select k.accountKey from Clinician k join Account a on a.key = k.accountKey"
                    + " where a.email in :stored and a.status = :active";

    private static final String LED = "select distinct a.key, a.publicId, a.firstName, a.lastName from Clinician k"
            + " join k.teams t join Account a on a.key = k.accountKey"
            + " where t.leadKey = :lead and a.key <> :lead and a.status = :active";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    /** A clinician of a team that somebody leads. */
    public record Led(long key, TeamMember member) {}

    /** The clinician whom an e-mail address belongs to, in any spelling. */
    public Optional<Long> byAddress(String email) {
        return entities.createQuery(BY_ADDRESS, Long.class)
                .setParameter("stored", Mailbox.stored(email))
                .setParameter("active", AccountStatus.ACTIVE)
                .getResultStream()
                .findFirst();
    }

    /** The other clinicians of the teams that somebody leads, by name. */
    public List<Led> ledBy(long clinician) {
        return entities.createQuery(LED + " order by a.lastName, a.firstName, a.key", Object[].class)
                .setParameter("lead", clinician)
                .setParameter("active", AccountStatus.ACTIVE)
                .getResultStream()
                .map(row -> new Led(
                        (long) row[0],
                        new TeamMember(
                                new AccountId((String) row[1]), new PersonName((String) row[2], (String) row[3]))))
                .toList();
    }

    /** Whether somebody leads each team that a clinician is in. */
    public boolean leadsAll(long lead, long clinician) {
        return !isInTeam("t.leadKey is null or t.leadKey <> :lead", lead, clinician);
    }

    /** Whether somebody leads a team that a clinician is in. */
    public boolean leads(long lead, long clinician) {
        return isInTeam("t.leadKey = :lead", lead, clinician);
    }

    private boolean isInTeam(String condition, long lead, long clinician) {
        return !entities.createQuery(
                        "select t.key from Clinician k join k.teams t where k.accountKey = :clinician and (" + condition
                                + ")",
                        Long.class)
                .setParameter("clinician", clinician)
                .setParameter("lead", lead)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
