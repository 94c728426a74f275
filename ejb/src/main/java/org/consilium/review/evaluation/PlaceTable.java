package org.consilium.review.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.database.NativeReads;
import org.consilium.review.rule.Place;

/** The table of where accounts were used last. */
@ApplicationScoped
public class PlaceTable {

    /** Longer than two uses can be apart that are at once. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** The form that MySQL and MariaDB have in common. */
    private static final String ADD = "INSERT INTO review_place (account_id, network, device, seen_at) SELECT * FROM (";

    private static final String FIRST_ROW = "SELECT ? AS k, ? AS n, ? AS d, ? AS s";
    private static final String ROW = " UNION ALL SELECT ?, ?, ?, ?";
    private static final String END =
            ") p ON DUPLICATE KEY UPDATE seen_at = GREATEST(seen_at, CAST(p.s AS DATETIME(6)))";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private NativeReads reads;

    @Inject
    private Clock clock;

    /**
     * There is one row for each.
     *
     * @param account its key
     */
    record Key(long account, String network, String device) {}

    /** The places of accounts, by the keys of these. */
    Map<Long, Map<Key, Place>> of(Set<Long> accounts) {
        Map<Long, Map<Key, Place>> found = new HashMap<>();
        reads.rows(
                        "SELECT account_id, network, device, seen_at FROM review_place WHERE account_id IN ("
                                + String.join(", ", Collections.nCopies(accounts.size(), "?")) + ")",
                        new ArrayList<>(accounts))
                .forEach(row -> {
                    long account = ((Number) row[0]).longValue();
                    Place place = new Place(
                            row[1].toString(), row[2].toString(), ((LocalDateTime) row[3]).toInstant(ZoneOffset.UTC));
                    found.computeIfAbsent(account, first -> new HashMap<>())
                            .put(new Key(account, place.network(), place.device()), place);
                });
        return found;
    }

    /** Adds places, or notes that the accounts were used there again. */
    void write(Map<Key, Place> places) {
        Query insert = entities.createNativeQuery(
                ADD + FIRST_ROW + String.join("", Collections.nCopies(places.size() - 1, ROW)) + END);
        int at = 1;
        for (Map.Entry<Key, Place> row : places.entrySet()) {
            for (Object value : List.of(
                    row.getKey().account(),
                    row.getKey().network(),
                    row.getKey().device(),
                    LocalDateTime.ofInstant(row.getValue().at(), ZoneOffset.UTC))) {
                insert.setParameter(at++, value);
            }
        }
        var unused = insert.executeUpdate();
    }

    /** Deletes some that no rule needs any more; returns how many. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int forget(int most) {
        return entities.createNativeQuery("DELETE FROM review_place WHERE seen_at < ? ORDER BY seen_at LIMIT " + most)
                .setParameter(1, LocalDateTime.now(clock).minus(KEPT))
                .executeUpdate();
    }
}
