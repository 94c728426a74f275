package org.consilium.review.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.cache.NodeMemory;
import org.consilium.database.NativeReads;
import org.consilium.review.rule.StaffDay.Usual;

/** The table of what people have done on each day. */
@ApplicationScoped
public class DayTable {

    /** How many days tell what is usual. */
    private static final int DAYS = 30;

    private static final Duration TTL = Duration.ofMinutes(10);

    /** The form that MySQL and MariaDB have in common. */
    private static final String ADD =
            "INSERT INTO review_day (account_id, day, accesses, after_hours, refusals) SELECT * FROM (";

    private static final String FIRST_ROW = "SELECT ? AS k, ? AS d, ? AS a, ? AS h, ? AS r";
    private static final String ROW = " UNION ALL SELECT ?, ?, ?, ?, ?";
    private static final String END = ") n ON DUPLICATE KEY UPDATE accesses = accesses + n.a,"
            + " after_hours = after_hours + n.h, refusals = refusals + n.r";

    private static final String AVERAGE =
            "SELECT AVG(accesses) FROM review_day WHERE day >= ? AND day < ? AND accesses > 0 AND account_id IN ";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private NativeReads reads;

    @Inject
    private People people;

    @Inject
    private Clock clock;

    private final NodeMemory<DayCount.Key, Usual> usual = new NodeMemory<>(TTL);

    /** Adds counts to those of the table, and those of the table to them. */
    void add(Map<DayCount.Key, DayCount> counts) {
        if (counts.isEmpty()) {
            return;
        }
        List<Object[]> before = before(counts.keySet());
        write(counts);
        before.forEach(row -> {
            DayCount.Key key = new DayCount.Key(number(row[0]), LocalDate.parse(row[1].toString()));
            DayCount count = counts.get(key);
            if (count != null) {
                count.add(number(row[2]), number(row[3]), number(row[4]));
            }
        });
    }

    private List<Object[]> before(Set<DayCount.Key> keys) {
        Set<Object> accounts = keys.stream().map(DayCount.Key::account).collect(Collectors.toSet());
        Set<Object> days = keys.stream().map(key -> key.day().toString()).collect(Collectors.toSet());
        List<Object> values = new ArrayList<>(accounts);
        values.addAll(days);
        return reads.rows(
                "SELECT account_id, day, accesses, after_hours, refusals FROM review_day WHERE account_id IN "
                        + places(accounts) + " AND day IN " + places(days),
                values);
    }

    private void write(Map<DayCount.Key, DayCount> counts) {
        Query insert = entities.createNativeQuery(
                ADD + FIRST_ROW + String.join("", Collections.nCopies(counts.size() - 1, ROW)) + END);
        int place = 1;
        for (Map.Entry<DayCount.Key, DayCount> row : counts.entrySet()) {
            DayCount count = row.getValue();
            for (Object value : List.of(
                    row.getKey().account(),
                    row.getKey().day().toString(),
                    count.accesses(),
                    count.afterHours(),
                    count.refusals())) {
                insert.setParameter(place++, value);
            }
        }
        var unused = insert.executeUpdate();
    }

    /** What was usual on the days before one, for the person and for the others of the person's teams. */
    Usual usual(DayCount.Key key) {
        return usual.find(key, clock).orElseGet(() -> {
            Instant now = clock.instant();
            Usual read = new Usual(
                    average(List.of(key.account()), key.day()), average(people.colleagues(key.account()), key.day()));
            usual.remember(key, read, now);
            return read;
        });
    }

    private double average(Collection<Long> accounts, LocalDate day) {
        if (accounts.isEmpty()) {
            return 0;
        }
        List<Object> values = new ArrayList<>(List.of(day.minusDays(DAYS).toString(), day.toString()));
        values.addAll(accounts);
        Object found = reads.rows(AVERAGE + places(accounts), values).getFirst()[0];
        return found == null ? 0 : ((Number) found).doubleValue();
    }

    private static String places(Collection<?> values) {
        return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /** Deletes some days that no rule needs any more; returns how many. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int forget(int most) {
        LocalDate oldest = LocalDate.now(clock).minusDays(DAYS + 5L);
        return entities.createNativeQuery("DELETE FROM review_day WHERE day < ? ORDER BY day LIMIT " + most)
                .setParameter(1, oldest.toString())
                .executeUpdate();
    }
}
