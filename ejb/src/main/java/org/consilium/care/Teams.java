package org.consilium.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.consilium.access.NotFoundException;

/** Who works in which team, for the other features inside their own transaction; teams go by their keys here. */
@ApplicationScoped
public class Teams {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    /** The key of the team that reads first what patients send. */
    public long intake() {
        return entities.createQuery("select t.id from Team t where t.intake = true", Long.class)
                .getSingleResult();
    }

    /** The keys of the teams that a clinician works in. */
    public List<Long> of(long clinicianId) {
        return entities.createQuery("select t.id from Clinician c join c.teams t where c.accountId = :id", Long.class)
                .setParameter("id", clinicianId)
                .getResultList();
    }

    /**
     * The key behind a team's public name.
     *
     * @throws NotFoundException when there is no such team
     */
    public long key(TeamId id) {
        return get(id).id();
    }

    public String name(long key) {
        return Optional.ofNullable(entities.find(Team.class, key))
                .map(Team::name)
                .orElseThrow(NotFoundException::new);
    }

    Team get(TeamId id) {
        return entities.createQuery("select t from Team t where t.publicId = :id", Team.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    List<TeamSummary> all() {
        return entities.createQuery("select t from Team t order by t.name", Team.class)
                .getResultStream()
                .map(Team::summary)
                .toList();
    }
}
