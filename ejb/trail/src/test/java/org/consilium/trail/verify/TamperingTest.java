package org.consilium.trail.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.consilium.trail.seal.Anchor;
import org.consilium.trail.seal.EntryLine;
import org.consilium.trail.seal.Sealer;
import org.consilium.trail.seal.SignedLine;
import org.consilium.trail.stand.MemoryTrail;
import org.consilium.trail.stand.TestKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody does to a trail is found, and named. */
class TamperingTest {

    /** 40 entries in seals of 4; id 6 was rolled back; anchors name the seals 5 and 10; 3 entries are not sealed. */
    static MemoryTrail trail() {
        MemoryTrail trail = new MemoryTrail();
        trail.add(5);
        trail.rollBack(trail.begin());
        trail.add(15);
        trail.seal(4);
        trail.anchor();
        trail.pass(Sealer.PATIENCE.plusSeconds(1));
        trail.add(20);
        trail.seal(4);
        trail.anchor();
        trail.add(3);
        return trail;
    }

    /** Of the database, by its administrator. */
    record Tampering(String name, Consumer<MemoryTrail> act, List<String> found) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Tampering on(String name, Consumer<MemoryTrail> act, String... found) {
        return new Tampering(name, act, List.of(found));
    }

    private static <T> T there(Map<Long, T> table, long id) {
        return Objects.requireNonNull(table.get(id));
    }

    private static void replace(MemoryTrail trail, long id, long with) {
        trail.entries.put(id, there(trail.entries, with).as(id));
    }

    private static void swap(MemoryTrail trail, long one, long other) {
        EntryLine content = there(trail.entries, one);
        replace(trail, one, other);
        trail.entries.put(other, content.as(other));
    }

    private static void forgeSeals(MemoryTrail trail, long from) {
        trail.seals.tailMap(from, true).clear();
        trail.seal(5);
    }

    static Stream<Tampering> tamperings() {
        return Stream.of(
                on("nothing", trail -> {}),
                on(
                        "a changed byte",
                        trail -> trail.entries.put(9L, MemoryTrail.entry(9, "detail of 8")),
                        "Entry 9 was changed after it had been sealed by seal 2."),
                on("a deleted row", trail -> trail.entries.remove(17L), "Entries that seal 4 covers are missing: 17."),
                on(
                        "the newest sealed row deleted",
                        trail -> trail.entries.remove(41L),
                        "Entries that seal 10 covers are missing: 41."),
                on(
                        "a row under an id that was rolled back",
                        trail -> trail.entries.put(6L, MemoryTrail.entry(6, "added")),
                        "Entries are in no seal, and were added later under ids that had been settled by seal 6: 6."),
                on(
                        "a row with an id below the first",
                        trail -> trail.entries.put(0L, MemoryTrail.entry(0, "added")),
                        "Entries are in no seal, and were added later under ids that had been settled by seal 6: 0."),
                on(
                        "another row of an id",
                        trail -> trail.doubles.put(9L, MemoryTrail.entry(9, "another")),
                        "Entries are in no seal, and were added later under ids that had been settled by seal 2: 9."),
                on(
                        "a swapped pair in one seal",
                        trail -> swap(trail, 8, 9),
                        "Entries 8 and 9 were swapped after they had been sealed."),
                on(
                        "a swapped pair of two seals",
                        trail -> swap(trail, 8, 30),
                        "Entries 8 and 30 were swapped after they had been sealed."),
                on(
                        "rows that were moved around",
                        trail -> {
                            EntryLine first = there(trail.entries, 8L);
                            replace(trail, 8, 9);
                            replace(trail, 9, 10);
                            trail.entries.put(10L, first.as(10));
                        },
                        "Entry 10 has the contents that entry 8 had when it was sealed.",
                        "Entry 8 was changed after it had been sealed by seal 2."),
                on(
                        "a deleted seal",
                        trail -> trail.seals.remove(3L),
                        "Seals are missing: 3.",
                        "Entries cannot be verified, because a seal before seal 4 is missing or changed: 10-13."),
                on(
                        "the anchored newest seal deleted",
                        trail -> trail.seals.remove(10L),
                        "The newest seals are missing: seal 10 was anchored, and the last one here is seal 9."),
                on(
                        "the newest seals deleted, and rows changed and sealed anew",
                        trail -> {
                            trail.entries.put(41L, MemoryTrail.entry(41, "other"));
                            forgeSeals(trail, 10);
                        },
                        "Seal 10 is not the one that anchor 2 names: it was replaced."),
                on(
                        "a changed seal",
                        trail -> trail.seals.computeIfPresent(
                                4L, (n, line) -> line.replace("\"count\":4", "\"count\":5")),
                        "is not a readable seal: it was changed.",
                        "Entries cannot be verified, because a seal before seal 5 is missing or changed: 14-17."),
                on(
                        "a seal with another hash",
                        trail -> trail.seals.computeIfPresent(
                                4L, (n, line) -> line.replaceFirst("\"rows\":\"[0-9a-f]{4}", "\"rows\":\"0000")),
                        "Seal 4 was changed or forged: its signature does not match the key."),
                on(
                        "a forged signature",
                        trail -> trail.seals.computeIfPresent(
                                10L,
                                (n, line) -> new SignedLine(
                                                SignedLine.parse(line).text(),
                                                SignedLine.parse(there(trail.seals, 9L))
                                                        .signature())
                                        .line()),
                        "Seal 10 was changed or forged: its signature does not match the key."),
                on(
                        "seals by another key",
                        trail -> {
                            MemoryTrail other = trail();
                            trail.seals.putAll(other.seals);
                        },
                        "Seal 1 was signed by a key that was not given: "),
                on(
                        "seals exchanged",
                        trail -> {
                            String third = there(trail.seals, 3L);
                            trail.seals.put(3L, there(trail.seals, 4L));
                            trail.seals.put(4L, third);
                        },
                        "Seals are missing: 3.",
                        "Seal 3 is out of order, or there twice."),
                on(
                        "a changed anchor",
                        trail -> trail.anchors.computeIfPresent(
                                1L, (n, line) -> line.replace("\"seal\":5", "\"seal\":4")),
                        "Anchor 1 was changed or forged: its signature does not match the key."),
                on(
                        "an anchor removed from the database",
                        trail -> trail.anchors.remove(1L),
                        "Anchor 1 is in the object store, and was removed from the database."),
                on(
                        "the newest seals and anchor removed from the database",
                        trail -> {
                            trail.anchors.remove(2L);
                            trail.seals.tailMap(8L, true).clear();
                            trail.entries.tailMap(30L, true).clear();
                        },
                        "Anchor 2 is in the object store, and was removed from the database.",
                        "The newest seals are missing: seal 10 was anchored, and the last one here is seal 7."),
                on(
                        "an anchor removed everywhere",
                        trail -> {
                            trail.anchors.remove(1L);
                            trail.objects.remove(1L);
                        },
                        "Anchors are missing: 1."),
                on(
                        "an object removed",
                        trail -> trail.objects.remove(2L),
                        "Anchor 2 is no longer in the object store."),
                on(
                        "a changed object",
                        trail -> trail.objects.computeIfPresent(
                                1L, (n, line) -> line.replace("\"seal\":5", "\"seal\":4")),
                        "The object of anchor 1 in the object store was changed or forged."),
                on(
                        "an anchor that was replaced by another genuine one",
                        trail -> trail.anchors.put(
                                2L,
                                Anchor.sign(
                                                SignedLine.parse(there(trail.anchors, 1L)),
                                                "2026-11-29T00:00:00.000000Z",
                                                SignedLine.parse(there(trail.seals, 10L)),
                                                trail.key)
                                        .line()),
                        "Anchor 2 in the database is not the one in the object store: one of them was replaced."),
                on(
                        "an anchor twice",
                        trail -> trail.anchors.put(3L, there(trail.anchors, 2L)),
                        "Anchor 2 is out of order"),
                on(
                        "anchors exchanged",
                        trail -> {
                            String first = there(trail.anchors, 1L);
                            trail.anchors.put(1L, there(trail.anchors, 2L));
                            trail.anchors.put(2L, first);
                        },
                        "Anchor 1 is out of order"),
                on(
                        "an unreadable anchor",
                        trail -> trail.anchors.put(2L, "{\"anchor\":2}"),
                        "is not a readable anchor: it was changed."),
                on(
                        "an anchor by another key",
                        trail -> trail.anchors.put(2L, there(trail().anchors, 2L)),
                        "Anchor 2 was signed by a key that was not given: "),
                on(
                        "an added seal",
                        trail -> trail.seals.put(
                                11L, there(trail.seals, 10L).replaceFirst("\"seal\":10", "\"seal\":11")),
                        "Seal 11 was changed or forged: its signature does not match the key."),
                on("no seals", trail -> trail.seals.clear(), "There are entries, and no seal: 43 entries."));
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void isFoundInTheDatabaseAndInItsExport(Tampering tampering) {
        MemoryTrail trail = trail();
        assertThat(trail.verify().findings()).isEmpty();
        tampering.act().accept(trail);
        for (Report report : List.of(trail.verify(), trail.verifyDatabase())) {
            String words = words(report);
            if (tampering.found().isEmpty()) {
                assertThat(words).isEmpty();
            }
            assertThat(tampering.found()).allSatisfy(found -> assertThat(words).contains(found));
        }
    }

    static String words(Report report) {
        return String.join("\n", report.findings().stream().map(Finding::text).toList());
    }

    @Test
    void aTrailOfAnotherKeyProvesNothing() {
        MemoryTrail trail = trail();
        Verification verification = Verification.ofFile(new TestKey().publicKeys());
        trail.export().lines().forEach(verification::accept);
        assertThat(words(verification.finish())).contains("Seal 1 was signed by a key that was not given");
    }

    @Test
    void tellsWhatItHasRead() {
        Report report = trail().verify();
        assertThat(report.entries()).isEqualTo(43);
        assertThat(report.seals()).isEqualTo(10);
        assertThat(report.anchors()).isEqualTo(2);
        assertThat(report.lastSeal()).isEqualTo(10);
        assertThat(report.unsealed()).isEqualTo(3);
    }
}
