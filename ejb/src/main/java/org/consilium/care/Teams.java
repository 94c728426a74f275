package org.consilium.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consilium.access.NotFoundException;
import org.consilium.cache.NodeMemory;

/** Who works in which team, for other features inside their own transaction; teams are given by their keys. */
@ApplicationScoped
public class Teams {

    private static final Duration TTL = Duration.ofSeconds(30);
    private static final String ALL = "all";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Clock clock;

    private final NodeMemory<Long, List<Long>> memberships = new NodeMemory<>(TTL);
    private final NodeMemory<String, List<TeamSummary>> directory = new NodeMemory<>(TTL);

    /** The key of the team that gets new consultations. */
    public long intake() {
        return entities.createQuery("select t.key from Team t where t.intake = true", Long.class)
                .getSingleResult();
    }

    /**
     * The keys of the teams that a clinician works in, as they were within the last half minute: to know where to look,
     * and not to decide what the clinician may see.
     */
    public List<Long> of(long clinicianKey) {
        return memberships.find(clinicianKey, clock).orElseGet(() -> load(clinicianKey));
    }

    private List<Long> load(long clinicianKey) {
        Instant now = clock.instant();
        List<Long> found = entities.createQuery(
                        "select t.key from Clinician c join c.teams t where c.accountKey = :id order by t.key",
                        Long.class)
                .setParameter("id", clinicianKey)
                .getResultList();
        memberships.remember(clinicianKey, List.copyOf(found), now);
        return found;
    }

    /**
     * The key of a team.
     *
     * @throws NotFoundException when there is no such team
     */
    public long key(TeamId id) {
        return get(id).key();
    }

    Team get(TeamId id) {
        return entities.createQuery("select t from Team t where t.publicId = :id", Team.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** How soon each team takes what is in its queue. */
    public List<TeamRule> rules() {
        return entities.createQuery("select t from Team t", Team.class)
                .getResultStream()
                .map(Team::rule)
                .toList();
    }

    /** The accounts of a team's clinicians, who may be disabled. */
    public List<Long> members(long teamKey) {
        return entities.createQuery(
                        "select k.accountKey from Clinician k join k.teams t where t.key = :team", Long.class)
                .setParameter("team", teamKey)
                .getResultList();
    }

    /** All teams by name, as they were within the last half minute. */
    List<TeamSummary> all() {
        return directory.find(ALL, clock).orElseGet(this::loadAll);
    }

    private List<TeamSummary> loadAll() {
        Instant now = clock.instant();
        List<TeamSummary> found = entities.createQuery("select t from Team t order by t.name", Team.class)
                .getResultStream()
                .map(Team::summary)
                .toList();
        directory.remember(ALL, found, now);
        return found;
    }
}
