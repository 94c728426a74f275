package org.consilium.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.consilium.access.NotFoundException;
import org.consilium.account.AccountId;
import org.consilium.account.AccountStatus;
import org.consilium.account.PersonName;
import org.jspecify.annotations.Nullable;

/** The repository of the settings of teams. */
@ApplicationScoped
public class LedTeams {

    private static final String ALL = "select t, a.publicId, a.firstName, a.lastName from Team t"
            + " left join Account a on a.key = t.leadKey order by t.name";

    private static final String MEMBERS = " from Clinician k join k.teams t join Account a on a.key = k.accountKey"
            + " where t.publicId = :team and a.status = :active";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    List<LedTeam> all() {
        return entities.createQuery(ALL, Object[].class)
                .getResultStream()
                .map(row -> ((Team) row[0])
                        .asLed(
                                row[1] == null ? null : new AccountId((String) row[1]),
                                row[1] == null ? null : new PersonName((String) row[2], (String) row[3])))
                .toList();
    }

    List<TeamMember> members(TeamId team) {
        return entities.createQuery(
                        "select a.publicId, a.firstName, a.lastName" + MEMBERS + " order by a.lastName, a.firstName",
                        Object[].class)
                .setParameter("team", team.value())
                .setParameter("active", AccountStatus.ACTIVE)
                .getResultStream()
                .map(row -> new TeamMember(
                        new AccountId((String) row[0]), new PersonName((String) row[1], (String) row[2])))
                .toList();
    }

    void change(TeamId id, TeamSettings settings) {
        Team team = entities.createQuery("select t from Team t where t.publicId = :id", Team.class)
                .setParameter("id", id.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        team.decide(settings, lead(id, settings.lead()));
    }

    private @Nullable Long lead(TeamId team, @Nullable AccountId lead) {
        if (lead == null) {
            return null;
        }
        return entities.createQuery("select k.accountKey" + MEMBERS + " and a.publicId = :lead", Long.class)
                .setParameter("team", team.value())
                .setParameter("active", AccountStatus.ACTIVE)
                .setParameter("lead", lead.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
