package org.consilium.trail.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.consilium.trail.stand.MemoryTrail;
import org.consilium.trail.verify.Report;
import org.junit.jupiter.api.Test;

/** Every committed entry is in exactly one seal, in whatever order transactions end. */
class SealerTest {
    private final MemoryTrail trail = new MemoryTrail();

    private List<Seal> seals() {
        return trail.seals.values().stream()
                .map(line -> Seal.parse(SignedLine.parse(line)))
                .toList();
    }

    private Seal newest() {
        return seals().getLast();
    }

    @Test
    void anEntryThatIsCommittedLateIsInALaterSeal() {
        long late = trail.begin();
        trail.add(3);
        trail.seal(100);
        assertThat(newest().ids()).hasToString("2-4");
        assertThat(newest().open().ids()).hasToString("0-1");
        trail.commit(late);
        trail.seal(100);
        assertThat(newest().ids()).hasToString("1");
        assertThat(newest().open().ids()).hasToString("0");
        assertThat(trail.verify().isIntact()).isTrue();
    }

    @Test
    void aTransactionThatStaysOpenForHoursIsWaitedFor() {
        long late = trail.begin();
        trail.add(1);
        trail.seal(100);
        for (int hour = 0; hour < 5; hour++) {
            trail.pass(Duration.ofHours(1));
            trail.add(1);
            trail.seal(100);
        }
        trail.commit(late);
        trail.seal(100);
        assertThat(newest().ids().contains(late)).isTrue();
        assertThat(trail.verify().findings()).isEmpty();
    }

    @Test
    void anIdThatWasRolledBackIsGivenUpAfterAWhile() {
        trail.rollBack(trail.begin());
        trail.add(1);
        trail.seal(100);
        trail.pass(Sealer.PATIENCE.minusSeconds(1));
        trail.add(1);
        trail.seal(100);
        assertThat(newest().open().ids()).hasToString("0-1");
        trail.pass(Duration.ofSeconds(1));
        trail.add(1);
        trail.seal(100);
        assertThat(newest().open().ids().isEmpty()).isTrue();
    }

    @Test
    void twoEntriesOfOneIdDoNotStopIt() {
        trail.add(3);
        trail.doubles.put(2L, MemoryTrail.entry(2, "another"));
        trail.seal(100);
        trail.add(1);
        trail.seal(100);
        assertThat(seals()).hasSize(2);
        assertThat(trail.verify().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).endsWith("settled by seal 1: 2."));
    }

    @Test
    void nothingNewMakesNoSeal() {
        trail.add(1);
        trail.seal(100);
        trail.pass(Duration.ofHours(1));
        trail.seal(100);
        assertThat(seals()).hasSize(1);
    }

    @Test
    void whateverTheOrderOfCommitsEachEntryIsSealedOnce() {
        for (int seed = 0; seed < 40; seed++) {
            MemoryTrail random = run(new Random(seed));
            TreeSet<Long> sealed = new TreeSet<>();
            for (String line : random.seals.values()) {
                Seal.parse(SignedLine.parse(line))
                        .ids()
                        .iterator()
                        .forEachRemaining((long id) ->
                                assertThat(sealed.add(id)).as("once: " + id).isTrue());
            }
            assertThat(sealed).as("seed " + seed).isEqualTo(random.entries.keySet());
            Report report = random.verify();
            assertThat(report.findings()).as("seed " + seed).isEmpty();
            assertThat(report.unsealed()).isZero();
            assertThat(random.verifyDatabase().findings()).isEmpty();
        }
    }

    private static MemoryTrail run(Random random) {
        MemoryTrail trail = new MemoryTrail();
        List<Long> open = new ArrayList<>();
        for (int step = 0; step < 200; step++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> open.add(trail.begin());
                case 2 -> trail.add(random.nextInt(5));
                case 3 -> end(trail, open, random);
                case 4 -> trail.seal(1 + random.nextInt(7));
                default -> trail.pass(Duration.ofSeconds(random.nextInt(200)));
            }
        }
        Collections.shuffle(open, random);
        while (!open.isEmpty()) {
            end(trail, open, random);
        }
        trail.add();
        trail.seal(3);
        trail.anchor();
        return trail;
    }

    private static void end(MemoryTrail trail, List<Long> open, Random random) {
        if (open.isEmpty()) {
            return;
        }
        long id = open.remove(random.nextInt(open.size()));
        if (random.nextInt(4) == 0) {
            trail.rollBack(id);
        } else {
            trail.commit(id);
        }
    }
}
