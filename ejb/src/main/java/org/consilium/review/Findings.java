package org.consilium.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consilium.database.InstantConverter;
import org.consilium.platform.PublicIds;
import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;

/** The repository of findings and of what was decided about them. */
@ApplicationScoped
public class Findings {

    /** Another hit on the same day is added to the open finding. */
    private static final String ADD = """
            INSERT INTO review_finding (public_id, rule_name, account_id, patient_id, subject, day, why, numbers, kind,
            entries, first_at, last_at, found_at, due_at, hand_on_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            ON DUPLICATE KEY UPDATE entries = IF(?, 0, entries) + ?, why = ?, numbers = ?, kind = ?,
            first_at = LEAST(first_at, ?), last_at = GREATEST(last_at, ?)""";

    private static final String DECIDED =
            "SELECT MAX(entries) FROM review_finding WHERE rule_name = ? AND account_id = ?"
                    + " AND subject = ? AND day = ? AND settled <> 0";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private ReviewTimes times;

    @Inject
    private Event<ReviewsChanged> changes;

    @Inject
    private Clock clock;

    /** Adds what was found; belongs to the transaction that looks through the trail. */
    public void add(Collection<Found> all) {
        Instant now = clock.instant();
        String id = null;
        for (Found found : all) {
            if (isNew(found)) {
                id = PublicIds.next();
                add(id, found, now);
            }
        }
        if (id != null) {
            changes.fire(new ReviewsChanged(new FindingId(id)));
        }
    }

    /** A total of the day is decided about until it is twice as high. */
    private boolean isNew(Found found) {
        return !found.total() || found.entries() >= 2 * decided(found.key());
    }

    private long decided(Found.Key key) {
        Object most = entities.createNativeQuery(DECIDED)
                .setParameter(1, key.rule().name())
                .setParameter(2, key.account())
                .setParameter(3, Objects.requireNonNullElse(key.patient(), 0L))
                .setParameter(4, key.day().toString())
                .getSingleResult();
        return most == null ? 0 : ((Number) most).longValue();
    }

    private void add(String id, Found found, Instant now) {
        Found.Key key = found.key();
        String numbers = found.hit().numbers().stream().map(String::valueOf).collect(Collectors.joining(" "));
        Object due = column(now.plus(times.of(key.rule())));
        List<@Nullable Object> values = Arrays.asList(
                id,
                key.rule().name(),
                key.account(),
                key.patient(),
                Objects.requireNonNullElse(key.patient(), 0L),
                key.day().toString(),
                found.hit().why().name(),
                numbers,
                found.kind().name(),
                found.entries(),
                column(found.firstAt()),
                column(found.lastAt()),
                column(now),
                due,
                due,
                found.total(),
                found.entries(),
                found.hit().why().name(),
                numbers,
                found.kind().name(),
                column(found.firstAt()),
                column(found.lastAt()));
        Query insert = entities.createNativeQuery(ADD);
        for (int i = 0; i < values.size(); i++) {
            insert.setParameter(i + 1, values.get(i));
        }
        var unused = insert.executeUpdate();
    }

    private static Object column(Instant instant) {
        return Objects.requireNonNull(new InstantConverter().convertToDatabaseColumn(instant));
    }

    Optional<Finding> find(FindingId id) {
        return query(id).getResultStream().findFirst();
    }

    /** Locks it until the transaction ends; does nothing if there is none. */
    void lock(FindingId id) {
        List<Finding> unused =
                query(id).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private TypedQuery<Finding> query(FindingId id) {
        return entities.createQuery("select f from Finding f where f.publicId = :id", Finding.class)
                .setParameter("id", id.value());
    }

    /** Those that nobody has decided, the newest first, one more than a page shows; without those about the reader. */
    List<Finding> open(@Nullable FindingId after, long reader) {
        return entities.createQuery(
                        "select f from Finding f where f.decidedAt is null and f.key < :last and f.accountKey <> :reader"
                                + " order by f.key desc",
                        Finding.class)
                .setParameter("last", key(after))
                .setParameter("reader", reader)
                .setMaxResults(Slice.ROWS + 1)
                .getResultList();
    }

    /** Decisions, the latest first, one more than a page shows; without those about the reader. */
    List<Decision> decisions(@Nullable FindingId after, long reader) {
        long last = after == null
                ? Long.MAX_VALUE
                : find(after).flatMap(this::decision).map(Decision::key).orElse(Long.MAX_VALUE);
        return entities.createQuery(
                        "select d from Decision d join Finding f on f.key = d.findingKey where d.key < :last"
                                + " and f.accountKey <> :reader order by d.key desc",
                        Decision.class)
                .setParameter("last", last)
                .setParameter("reader", reader)
                .setMaxResults(Slice.ROWS + 1)
                .getResultList();
    }

    private Long key(@Nullable FindingId id) {
        return Optional.ofNullable(id)
                .filter(given -> PublicIds.isWellFormed(given.value()))
                .flatMap(this::find)
                .map(Finding::key)
                .orElse(Long.MAX_VALUE);
    }

    Optional<Decision> decision(Finding finding) {
        return entities.createQuery("select d from Decision d where d.findingKey = :finding", Decision.class)
                .setParameter("finding", finding.key())
                .getResultStream()
                .findFirst();
    }

    void add(Decision decision) {
        entities.persist(decision);
    }

    List<Finding> byKey(Collection<Long> keys) {
        return keys.isEmpty()
                ? List.of()
                : entities.createQuery("select f from Finding f where f.key in :keys", Finding.class)
                        .setParameter("keys", keys)
                        .getResultList();
    }

    /** Some that nobody has decided in time, and that have not gone to a second officer; locked. */
    List<Finding> overdue(int most) {
        return entities.createQuery("select f from Finding f where f.handOnAt <= :now", Finding.class)
                .setParameter("now", clock.instant())
                .setMaxResults(most)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
