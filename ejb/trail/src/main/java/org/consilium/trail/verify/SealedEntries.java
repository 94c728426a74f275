package org.consilium.trail.verify;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.PrimitiveIterator;
import java.util.TreeSet;
import org.consilium.trail.seal.EntryLine;
import org.consilium.trail.seal.Ids;
import org.consilium.trail.seal.Marks;
import org.consilium.trail.seal.Seal;
import org.consilium.trail.seal.Sha256;

/** Compares the entries that follow a seal with it. */
final class SealedEntries {
    private final Seal seal;
    private final boolean followsGap;
    private final Findings findings;
    private final ChangedEntries changed;
    private final PrimitiveIterator.OfLong expected;
    private final MessageDigest line = Sha256.begin();
    private final MessageDigest rows = Sha256.begin();
    private final TreeSet<Long> missing = new TreeSet<>();
    private final TreeSet<Long> others = new TreeSet<>();
    private final TreeSet<Long> misplaced = new TreeSet<>();
    private long next;
    private int place = -1;
    private long last = -1;
    private boolean differs;

    /** @param followsGap whether the seal before is missing or changed */
    SealedEntries(Seal seal, boolean followsGap, Findings findings, ChangedEntries changed) {
        this.seal = seal;
        this.followsGap = followsGap;
        this.findings = findings;
        this.changed = changed;
        expected = seal.ids().iterator();
        advance();
    }

    private void advance() {
        place++;
        next = expected.hasNext() ? expected.nextLong() : Long.MAX_VALUE;
    }

    void accept(EntryLine entry) {
        long id = entry.id();
        if (id == last) {
            others.add(id);
            return;
        }
        if (id < last) {
            misplaced.add(id);
            missing.remove(id);
            differs = true;
            return;
        }
        last = id;
        while (next < id) {
            missing.add(next);
            advance();
        }
        if (next == id) {
            compare(entry);
            advance();
        } else {
            others.add(id);
        }
    }

    private void compare(EntryLine entry) {
        byte[] hash = line.digest(Sha256.bytes(entry.text()));
        rows.update(hash);
        long mark = seal.marks().get(place);
        if (Marks.of(hash) != mark) {
            differs = true;
            if (!changed.add(entry, mark, seal.number())) {
                findings.add(FindingKind.ENTRY_CHANGED, entry.id(), seal.number());
            }
        }
    }

    void finish() {
        while (next != Long.MAX_VALUE) {
            missing.add(next);
            advance();
        }
        if (!missing.isEmpty()) {
            findings.add(FindingKind.ENTRIES_MISSING, Ids.of(missing), seal.number());
        }
        if (!others.isEmpty()) {
            findings.add(
                    followsGap ? FindingKind.ENTRIES_UNPROVED : FindingKind.ENTRIES_ADDED,
                    Ids.of(others),
                    seal.number());
        }
        if (!misplaced.isEmpty()) {
            findings.add(FindingKind.ENTRIES_MISPLACED, Ids.of(misplaced));
        }
        if (!differs
                && missing.isEmpty()
                && !HexFormat.of().formatHex(rows.digest()).equals(seal.rows())) {
            findings.add(FindingKind.ROWS_CHANGED, seal.number());
        }
    }
}
