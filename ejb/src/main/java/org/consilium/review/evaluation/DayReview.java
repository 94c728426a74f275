package org.consilium.review.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.consilium.response.ResponseTimes;
import org.consilium.review.Found;
import org.consilium.review.rule.DayRule;
import org.consilium.review.rule.Entry;
import org.consilium.review.rule.Rules;
import org.consilium.review.rule.StaffDay;

/** Counts what each person has done on a day, and asks the rules about it. */
@ApplicationScoped
public class DayReview {

    /** Always the same one, so that no two transactions wait for each other. */
    private static final Comparator<DayCount.Key> ORDER =
            Comparator.comparingLong(DayCount.Key::account).thenComparing(DayCount.Key::day);

    @Inject
    private Rules rules;

    @Inject
    private DayTable table;

    @Inject
    private HospitalDays days;

    @Inject
    private ResponseTimes times;

    /** What they find. */
    List<Found> look(List<Entry> entries) {
        Map<DayCount.Key, DayCount> counts = new TreeMap<>(ORDER);
        entries.stream()
                .filter(entry -> entry.isAccess() || entry.isRefusal())
                .forEach(entry -> counts.computeIfAbsent(key(entry), key -> new DayCount())
                        .add(entry, times.isWorkingTime(entry.at())));
        table.add(counts);
        return counts.entrySet().stream()
                .flatMap(count -> found(count.getKey(), count.getValue()))
                .toList();
    }

    private DayCount.Key key(Entry entry) {
        return new DayCount.Key(Objects.requireNonNull(entry.account()), days.of(entry.at()));
    }

    private Stream<Found> found(DayCount.Key key, DayCount count) {
        StaffDay day = new StaffDay(count.accesses(), count.afterHours(), count.refusals(), () -> table.usual(key));
        return rules.ofDays().stream().flatMap(rule -> found(rule, key, count, day));
    }

    private static Stream<Found> found(DayRule rule, DayCount.Key key, DayCount count, StaffDay day) {
        // the first number of each of these rules is that of the entries
        return rule.check(day).stream()
                .map(hit -> new Found(
                        new Found.Key(rule.name(), key.account(), null, key.day()),
                        hit,
                        count.kind(),
                        hit.numbers().getFirst(),
                        true,
                        count.firstAt(),
                        count.lastAt()));
    }
}
