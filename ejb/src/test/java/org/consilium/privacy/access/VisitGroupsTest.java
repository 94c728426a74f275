package org.consilium.privacy.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.consilium.privacy.trail.TrailEntry;
import org.consilium.privacy.trail.TrailPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A visit is what one person does without leaving the record alone for half an hour. */
class VisitGroupsTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private static TrailEntry entry(long id, long person, long minute, String action, @Nullable String relation) {
        return new TrailEntry(
                new TrailPosition(NOON.plus(Duration.ofMinutes(minute)), id),
                "VIEW",
                action,
                "DONE",
                person,
                "NURSE",
                9L,
                null,
                null,
                relation,
                null,
                null,
                "node/1",
                null,
                null,
                null);
    }

    private static TrailEntry entry(long id, long person, long minute) {
        return entry(id, person, minute, "READ_CONSULTATION", "CARE_TEAM");
    }

    private static VisitGroups grouped(List<TrailEntry> entries, int most) {
        VisitGroups groups = new VisitGroups(Map.of(), most);
        groups.add(entries.stream()
                .sorted(Comparator.comparingLong(
                                (TrailEntry one) -> one.position().id())
                        .reversed())
                .toList());
        return groups;
    }

    @Test
    void halfAnHourIsWithinAVisit() {
        VisitGroups groups = grouped(List.of(entry(1, 5, 0), entry(2, 5, 30), entry(3, 5, 61)), 20);
        assertThat(groups.groups()).hasSize(2);
        assertThat(groups.groups().get(1).first()).isEqualTo(NOON);
        assertThat(groups.groups().get(1).newest().position().id()).isEqualTo(2);
        assertThat(groups.next()).isNull();
    }

    @Test
    void peopleWhoComeAtTheSameTimeHaveVisitsOfTheirOwn() {
        VisitGroups groups = grouped(List.of(entry(1, 5, 0), entry(2, 6, 1), entry(3, 5, 2), entry(4, 6, 3)), 20);
        assertThat(groups.groups())
                .hasSize(2)
                .allSatisfy(group -> assertThat(group.entries()).hasSize(2));
    }

    @Test
    void actionsAreNamedOnceInTheirOrder() {
        VisitGroups groups = grouped(
                List.of(
                        entry(1, 5, 0, "READ_CONSULTATION", "CARE_TEAM"),
                        entry(2, 5, 1, "WRITE_MESSAGE", "CARE_TEAM"),
                        entry(3, 5, 2, "READ_CONSULTATION", "CARE_TEAM")),
                20);
        assertThat(groups.groups().getFirst().actions()).containsExactly("READ_CONSULTATION", "WRITE_MESSAGE");
        assertThat(groups.groups().getFirst().isEmergency()).isFalse();
    }

    @Test
    void oneEntryInAnEmergencyMarksTheVisit() {
        VisitGroups groups = grouped(List.of(entry(1, 5, 0, "READ_CONSULTATION", "EMERGENCY"), entry(2, 5, 1)), 20);
        assertThat(groups.groups().getFirst().isEmergency()).isTrue();
    }

    /** Page by page, there is each visit once, and they are those of the whole list. */
    @Test
    void pagesHaveTheSameVisitsAsTheWholeList() {
        Random random = new Random(7);
        List<TrailEntry> all = new ArrayList<>();
        long minute = 0;
        for (int id = 1; id <= 400; id++) {
            minute += random.nextInt(12);
            all.add(entry(id, random.nextInt(4), minute));
        }
        List<TrailPosition> whole = starts(grouped(all, Integer.MAX_VALUE));
        List<TrailPosition> paged = new ArrayList<>();
        TrailPosition after = null;
        do {
            VisitGroups groups = new VisitGroups(before(all, after), 3);
            TrailPosition from = after;
            groups.add(all.reversed().stream()
                    .filter(entry -> from == null || entry.position().id() < from.id())
                    .toList());
            paged.addAll(starts(groups));
            after = groups.next();
        } while (after != null);
        assertThat(whole).hasSizeGreaterThan(20);
        assertThat(paged).isEqualTo(whole);
    }

    private static Map<Long, Instant> before(List<TrailEntry> all, @Nullable TrailPosition after) {
        Map<Long, Instant> last = new HashMap<>();
        if (after != null) {
            all.stream()
                    .filter(entry -> entry.position().id() >= after.id()
                            && !entry.at().isAfter(after.at().plus(VisitGroups.GAP)))
                    .forEach(entry -> last.putIfAbsent(Objects.requireNonNull(entry.account()), entry.at()));
        }
        return last;
    }

    private static List<TrailPosition> starts(VisitGroups groups) {
        return groups.groups().stream().map(group -> group.newest().position()).toList();
    }
}
