package org.consilium.trail.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.consilium.trail.seal.EntryLine;
import org.consilium.trail.seal.Sealer;
import org.consilium.trail.stand.MemoryTrail;
import org.consilium.trail.verify.Finding;
import org.consilium.trail.verify.Report;
import org.consilium.trail.verify.Verification;
import org.junit.jupiter.api.Test;

/** A trail is verified and exported as a whole, wherever its days are. */
class ArchivedTrailTest {
    private final MemoryTrail trail = trail();
    private final MemoryArchive archive = new MemoryArchive();

    /** 12,000 entries with late commits and ids that were rolled back, in seals of different sizes. */
    private static MemoryTrail trail() {
        MemoryTrail trail = new MemoryTrail();
        for (int part = 0; part < 6; part++) {
            long late = trail.begin();
            trail.add(1_000);
            long never = trail.begin();
            trail.seal(part % 2 == 0 ? 700 : 90);
            trail.commit(late);
            trail.rollBack(never);
            trail.add(999);
            trail.pass(Sealer.PATIENCE.plusSeconds(1));
            trail.seal(3_000);
            trail.anchor();
        }
        trail.add(3);
        return trail;
    }

    private static final class MemoryArchive implements TrailArchive {
        private final Map<String, File> files = new TreeMap<>();
        private final Map<String, byte[]> content = new TreeMap<>();
        private final List<String> opened = new ArrayList<>();

        void put(String name, List<EntryLine> entries) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                out.write(entries.stream()
                        .map(EntryLine::text)
                        .collect(Collectors.joining("\n", "", "\n{\"seal\":1}\n"))
                        .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            files.put(
                    name,
                    new File(name, entries.getFirst().id(), entries.getLast().id()));
            content.put(name, bytes.toByteArray());
        }

        @Override
        public List<File> files(long from, long to) {
            return files.values().stream()
                    .filter(file -> file.firstId() <= to && file.lastId() >= from)
                    .toList();
        }

        @Override
        public InputStream open(File file) {
            opened.add(file.name());
            return new ByteArrayInputStream(Objects.requireNonNull(content.get(file.name())));
        }
    }

    private List<EntryLine> entries(LongPredicate which) {
        return trail.entries.values().stream()
                .filter(entry -> which.test(entry.id()))
                .toList();
    }

    /** Days overlap around midnight, as ids are given out before entries are committed. */
    private void moveDays() {
        move("first", id -> id <= 3_000 && id != 2_990 && id != 2_995);
        move("second", id -> id == 2_990 || (id > 3_000 && id <= 7_500 && id % 100 != 99));
        move("third", id -> id == 2_995 || (id > 3_000 && id <= 7_500));
    }

    private void move(String day, LongPredicate which) {
        List<EntryLine> moved = entries(which);
        archive.put(day, moved);
        moved.forEach(entry -> trail.entries.remove(entry.id()));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        try (ArchivedTrail whole = new ArchivedTrail(trail, archive)) {
            new TrailExport(whole, trail.key.publicKeys()).writeTo(lines::add);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return lines;
    }

    private Report verified() {
        Verification verification = Verification.ofDatabase(trail.key.publicKeys());
        verification.accept(TrailFile.head("consilium_trail", true));
        lines().forEach(verification::accept);
        return verification.finish();
    }

    private List<String> findings() {
        return verified().findings().stream().map(Finding::text).toList();
    }

    @Test
    void isExportedAsIfNothingHadBeenMoved() {
        List<String> before = lines();
        assertThat(archive.opened).isEmpty();

        moveDays();

        assertThat(lines()).isEqualTo(before);
        assertThat(archive.opened).containsExactlyInAnyOrder("first", "second", "third");
        assertThat(verified().isIntact()).isTrue();
        assertThat(verified().entries()).isEqualTo(12_003);
    }

    @Test
    void aDayThatWasFetchedCountsOnce() {
        moveDays();
        MemoryTrail whole = trail();
        whole.entries.headMap(3_001L).forEach((id, entry) -> {
            if (id != 2_995L) {
                trail.entries.put(id, entry);
            }
        });

        assertThat(findings()).isEmpty();
        assertThat(verified().entries()).isEqualTo(12_003);
    }

    @Test
    void anEntryThatTheArchiveDoesNotHaveIsMissing() {
        move("first", id -> id <= 3_000 && id != 1_234);
        trail.entries.remove(1_234L);

        assertThat(findings()).singleElement().asString().endsWith("covers are missing: 1234.");
    }

    @Test
    void anEntryOfAnArchivedDayThatIsInTheDatabaseToo() {
        moveDays();
        trail.entries.put(17L, MemoryTrail.entry(17, "other"));

        assertThat(findings()).isNotEmpty().allMatch(found -> found.contains("17"));
    }

    @Test
    void aFileThatWasChangedIsNamedByItsEntry() {
        archive.put(
                "first",
                entries(id -> id <= 3_000).stream()
                        .map(entry -> entry.id() == 17 ? MemoryTrail.entry(17, "other") : entry)
                        .toList());
        trail.entries.headMap(3_001L).clear();

        assertThat(findings()).singleElement().asString().startsWith("Entry 17 was changed");
    }
}
