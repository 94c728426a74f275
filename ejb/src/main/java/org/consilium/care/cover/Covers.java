package org.consilium.care.cover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.account.PersonName;
import org.consilium.cache.NodeMemory;
import org.consilium.database.NativeReads;

/** The repository of covers; other features look up here whom somebody covers for, inside their own transaction. */
@ApplicationScoped
public class Covers {

    /**
     * Whether the row {@code %1$s} of a cover runs, by the clock of the database: a node whose clock is wrong must take
     * nothing from anybody.
     */
    public static final String RUNS = "%1$s.starts_at <= UTC_TIMESTAMP(6) AND %1$s.ends_at > UTC_TIMESTAMP(6)";

    private static final Duration TTL = Duration.ofSeconds(30);

    private static final String REACHED = "select v.covered_id, m.team_id from cover v"
            + " left join team_member m on m.clinician_id = v.covered_id"
            + " where v.covering_id = ? and v.starts_at <= ? and v.ends_at > ?";

    private static final String NAMED = "select v, a.firstName, a.lastName, b.firstName, b.lastName from Cover v"
            + " join Account a on a.key = v.coveredKey join Account b on b.key = v.coveringKey"
            + " where v.endsAt > :now and ";

    private static final String OVERLAPPING =
            "select v.key from Cover v where v.coveredKey = :covered" + " and v.startsAt < :until and v.endsAt > :from";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private NativeReads reads;

    @Inject
    private Clock clock;

    private final NodeMemory<Long, Coverage> known = new NodeMemory<>(TTL);

    /**
     * For whom a clinician covers, as it was within the last half minute: to know where to look, and not to decide what
     * the clinician may see.
     */
    public Coverage of(long clinicianKey) {
        return known.find(clinicianKey, clock).orElseGet(() -> load(clinicianKey));
    }

    private Coverage load(long clinicianKey) {
        Instant now = clock.instant();
        LocalDateTime at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        List<Object[]> rows = reads.rows(REACHED, List.of(clinicianKey, at, at));
        Coverage found = new Coverage(keys(rows, 0), keys(rows, 1));
        known.remember(clinicianKey, found, now);
        return found;
    }

    private static List<Long> keys(List<Object[]> rows, int column) {
        return rows.stream()
                .map(row -> (Long) row[column])
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** A cover that is not over, and the names of both. */
    record Named(Cover cover, PersonName covered, PersonName covering) {}

    /** The covers of some people that are not over. */
    List<Named> ofThese(Collection<Long> covered) {
        return named("v.coveredKey in :keys", covered);
    }

    /** Those that somebody gives that are not over. */
    List<Named> by(long covering) {
        return named("v.coveringKey in :keys", List.of(covering));
    }

    private List<Named> named(String condition, Collection<Long> keys) {
        return entities.createQuery(NAMED + condition, Object[].class)
                .setParameter("now", clock.instant())
                .setParameter("keys", keys)
                .getResultStream()
                .map(row -> new Named(
                        (Cover) row[0],
                        new PersonName((String) row[1], (String) row[2]),
                        new PersonName((String) row[3], (String) row[4])))
                .toList();
    }

    /** Whether somebody is away during a part of a period. */
    boolean isAway(long clinicianKey, Period period) {
        return !overlapping(clinicianKey, period).isEmpty();
    }

    /** Whether somebody covers for somebody already during a part of a period. */
    boolean isCovered(long covered, long covering, Period period) {
        return overlapping(covered, period).stream()
                .map(key -> entities.find(Cover.class, key))
                .anyMatch(cover -> cover.coveringKey() == covering);
    }

    private List<Long> overlapping(long covered, Period period) {
        return entities.createQuery(OVERLAPPING, Long.class)
                .setParameter("covered", covered)
                .setParameter("from", period.from())
                .setParameter("until", period.until())
                .getResultList();
    }

    void add(Cover cover) {
        entities.persist(cover);
        changed(cover);
    }

    /** This node looks again at once; others do within half a minute. */
    void changed(Cover cover) {
        known.forget(cover.coveringKey());
    }

    Optional<Cover> find(CoverId id) {
        return query(id).findFirst();
    }

    Optional<Cover> lock(CoverId id) {
        Optional<Cover> found = query(id).findFirst();
        found.ifPresent(cover -> entities.refresh(cover, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    private Stream<Cover> query(CoverId id) {
        return entities.createQuery("select v from Cover v where v.publicId = :id", Cover.class)
                .setParameter("id", id.value())
                .getResultStream();
    }
}
