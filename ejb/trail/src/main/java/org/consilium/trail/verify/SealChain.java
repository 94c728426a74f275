package org.consilium.trail.verify;

import java.util.TreeSet;
import org.consilium.trail.seal.EntryLine;
import org.consilium.trail.seal.Ids;
import org.consilium.trail.seal.PublicKeys;
import org.consilium.trail.seal.Seal;
import org.consilium.trail.seal.Sha256;
import org.consilium.trail.seal.SignedLine;
import org.jspecify.annotations.Nullable;

/** The seals, one after the other, each with its entries. */
final class SealChain {
    private static final int MOST_EARLY = 100;

    private final PublicKeys keys;
    private final Findings findings;
    private final ChangedEntries changed = new ChangedEntries();

    private @Nullable Seal last;
    private String hash = Sha256.NONE;
    private @Nullable SealedEntries current;
    /** Whether a seal that is not genuine stands after the last genuine one. */
    private boolean broken;

    /** Entries that no seal is over yet, which must be the last ones. */
    private final TreeSet<Long> early = new TreeSet<>();

    private long read;
    private long unsealed;

    SealChain(PublicKeys keys, Findings findings) {
        this.keys = keys;
        this.findings = findings;
    }

    void seal(String line, long place) {
        read++;
        SignedLine signed;
        Seal seal;
        try {
            signed = SignedLine.parse(line);
            seal = Seal.parse(signed);
        } catch (IllegalArgumentException changedLine) {
            findings.add(FindingKind.SEAL_UNREADABLE, place);
            broken = true;
            return;
        }
        if (!keys.haveSigned(signed, seal.key())) {
            broken = true;
            if (keys.knows(seal.key())) {
                findings.add(FindingKind.SEAL_CHANGED, seal.number());
            } else {
                findings.add(FindingKind.SEAL_OF_UNKNOWN_KEY, seal.number(), seal.key());
            }
            return;
        }
        follow(seal, signed);
    }

    private void follow(Seal seal, SignedLine signed) {
        long expected = lastNumber() + 1;
        if (seal.number() < expected) {
            findings.add(FindingKind.SEAL_MISPLACED, seal.number());
            return;
        }
        finishCurrent();
        boolean gap = seal.number() > expected;
        if (gap && !(broken && seal.number() == expected + 1)) {
            findings.add(FindingKind.SEALS_MISSING, Ids.of(expected, seal.number() - 1));
        }
        if (!gap && !seal.previous().equals(hash)) {
            findings.add(FindingKind.SEAL_REPLACED, expected - 1, seal.number());
        }
        if (!early.isEmpty()) {
            findings.add(FindingKind.ENTRIES_MISPLACED, Ids.of(early));
            early.clear();
            unsealed = 0;
        }
        current = new SealedEntries(seal, gap, findings, changed);
        last = seal;
        hash = signed.hash();
        broken = false;
    }

    void entry(EntryLine entry) {
        Seal seal = last;
        if (seal == null || entry.id() > seal.upTo() || seal.open().ids().contains(entry.id())) {
            unsealed++;
            if (early.size() < MOST_EARLY) {
                early.add(entry.id());
            }
        } else if (current != null) {
            current.accept(entry);
        }
    }

    private void finishCurrent() {
        if (current != null) {
            current.finish();
            current = null;
        }
    }

    void finish() {
        finishCurrent();
        changed.tell(findings);
        if (read == 0 && unsealed > 0) {
            findings.add(FindingKind.NOTHING_SEALED, unsealed);
        }
    }

    long lastNumber() {
        return last == null ? 0 : last.number();
    }

    String lastHash() {
        return hash;
    }

    long read() {
        return read;
    }

    long unsealed() {
        return unsealed;
    }
}
