package org.consilium.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.consilium.access.NotFoundException;
import org.consilium.cache.NodeMemory;
import org.consilium.cache.SharedCache;

/** Who works in which team, for other features inside their own transaction; teams are given by their keys. */
@ApplicationScoped
public class Teams {

    /** The name of the list of all teams in the shared cache. */
    static final String DIRECTORY = "teams";

    private static final Duration MEMBERSHIP_TTL = Duration.ofSeconds(30);

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private SharedCache cache;

    @Inject
    private Clock clock;

    private final NodeMemory<Long, List<Long>> memberships = new NodeMemory<>(MEMBERSHIP_TTL);

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

    List<TeamSummary> all() {
        return cache.get(DIRECTORY, this::directory)
                .lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> new TeamSummary(new TeamId(parts[0]), parts[1]))
                .toList();
    }

    /** A line for each team: its public id, and its name. */
    private String directory() {
        return entities.createQuery("select t from Team t order by t.name", Team.class)
                .getResultStream()
                .map(Team::summary)
                .map(team -> team.id().value() + " " + team.name())
                .collect(Collectors.joining("\n"));
    }
}
