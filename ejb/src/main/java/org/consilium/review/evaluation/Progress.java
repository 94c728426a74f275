package org.consilium.review.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.consilium.database.NativeReads;

/**
 * How far the trail was looked through. Ids are given before their transactions commit, so that a higher one may be
 * seen first: the ids that are left out are looked for again for some minutes, longer than any transaction lasts.
 */
@ApplicationScoped
public class Progress {

    private static final int MOST_GAPS = 1_000;

    private static final String LOCK =
            "SELECT entry_id FROM review_position WHERE name = 'ENTRIES' FOR UPDATE SKIP LOCKED";
    private static final String MOVE =
            "UPDATE review_position SET entry_id = ?, at = UTC_TIMESTAMP(6) WHERE name = 'ENTRIES'";
    private static final String GAPS =
            "SELECT first_id, last_id FROM review_gap ORDER BY first_id DESC LIMIT " + MOST_GAPS;
    private static final String ADD = "INSERT INTO review_gap (first_id, last_id, seen_at) VALUES ";
    private static final String ROW = "(?, ?, UTC_TIMESTAMP(6))";
    private static final String FORGET = "DELETE FROM review_gap WHERE seen_at < UTC_TIMESTAMP(6) - INTERVAL 15 MINUTE";
    private static final String SPLIT = "INSERT INTO review_gap (first_id, last_id, seen_at)"
            + " SELECT ?, ?, seen_at FROM review_gap WHERE first_id = ?";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private NativeReads reads;

    /** The id up to which everything was looked at, locked until the transaction ends; empty if another node has it. */
    OptionalLong lock() {
        List<?> found = entities.createNativeQuery(LOCK).getResultList();
        return found.stream().mapToLong(id -> ((Number) id).longValue()).findFirst();
    }

    /** The newest gaps. */
    List<Gap> gaps() {
        return reads.rows(GAPS, List.of()).stream()
                .map(row -> new Gap(((Number) row[0]).longValue(), ((Number) row[1]).longValue()))
                .toList();
    }

    /**
     * Notes that entries have come into gaps.
     *
     * @param ids from the lowest to the highest
     */
    void fill(List<Gap> gaps, List<Long> ids) {
        for (Gap gap : gaps) {
            List<Long> found = ids.stream().filter(gap::has).toList();
            if (!found.isEmpty()) {
                fill(gap, gap.without(found));
            }
        }
        run(FORGET);
    }

    private void fill(Gap gap, List<Gap> left) {
        left.stream()
                .filter(part -> part.first() != gap.first())
                .forEach(part -> run(SPLIT, part.first(), part.last(), gap.first()));
        left.stream()
                .filter(part -> part.first() == gap.first())
                .findFirst()
                .ifPresentOrElse(
                        part -> run("UPDATE review_gap SET last_id = ? WHERE first_id = ?", part.last(), gap.first()),
                        () -> run("DELETE FROM review_gap WHERE first_id = ?", gap.first()));
    }

    /**
     * Notes that the next entries were looked at.
     *
     * @param ids from the lowest to the highest; at least one
     */
    void move(long position, List<Long> ids) {
        List<Gap> gaps = Gap.after(position, ids);
        if (!gaps.isEmpty()) {
            Long[] ends = gaps.stream()
                    .flatMap(gap -> List.of(gap.first(), gap.last()).stream())
                    .toArray(Long[]::new);
            run(ADD + String.join(", ", Collections.nCopies(gaps.size(), ROW)), ends);
        }
        run(MOVE, ids.getLast());
    }

    private void run(String sql, Long... values) {
        Query statement = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setParameter(i + 1, values[i]);
        }
        var unused = statement.executeUpdate();
    }
}
