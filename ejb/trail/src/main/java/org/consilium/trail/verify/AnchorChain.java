package org.consilium.trail.verify;

import org.consilium.trail.seal.Anchor;
import org.consilium.trail.seal.Ids;
import org.consilium.trail.seal.PublicKeys;
import org.consilium.trail.seal.Sha256;
import org.consilium.trail.seal.SignedLine;
import org.jspecify.annotations.Nullable;

/**
 * The anchors, each of which follows its seal, and their objects, each of which follows its anchor.
 *
 * <p>An anchor that was removed from the database is taken from the object store.
 */
final class AnchorChain {
    private final PublicKeys keys;
    private final Findings findings;
    private final SealChain seals;

    private long last;
    private String hash = Sha256.NONE;
    private long read;
    private boolean broken;

    /** An anchor that its object has not yet followed. */
    private @Nullable String waiting;

    private long waitingNumber;
    private boolean areKept;

    /** The highest seal that an anchor names, and the last one that was there then. */
    private long cutOff;

    private long cutOffAt;

    AnchorChain(PublicKeys keys, Findings findings, SealChain seals) {
        this.keys = keys;
        this.findings = findings;
        this.seals = seals;
    }

    /** Each anchor must be followed by its object. */
    void expectObjects() {
        areKept = true;
    }

    void anchor(String line, long place) {
        read++;
        missObject();
        SignedLine signed;
        Anchor anchor;
        try {
            signed = SignedLine.parse(line);
            anchor = Anchor.parse(signed);
        } catch (IllegalArgumentException changed) {
            findings.add(FindingKind.ANCHOR_UNREADABLE, place);
            broken = true;
            return;
        }
        waiting = line;
        waitingNumber = anchor.number();
        if (!keys.haveSigned(signed, anchor.key())) {
            broken = true;
            if (keys.knows(anchor.key())) {
                findings.add(FindingKind.ANCHOR_CHANGED, anchor.number());
            } else {
                findings.add(FindingKind.ANCHOR_OF_UNKNOWN_KEY, anchor.number(), anchor.key());
            }
            return;
        }
        follow(anchor, signed);
    }

    private void follow(Anchor anchor, SignedLine signed) {
        long expected = last + 1;
        if (anchor.number() < expected) {
            findings.add(FindingKind.ANCHOR_MISPLACED, anchor.number());
            return;
        }
        if (anchor.number() > expected && !(broken && anchor.number() == expected + 1)) {
            findings.add(FindingKind.ANCHORS_MISSING, Ids.of(expected, anchor.number() - 1));
        }
        if (anchor.number() == expected && !anchor.previous().equals(hash)) {
            findings.add(FindingKind.ANCHOR_REPLACED, last, anchor.number());
        }
        compare(anchor);
        last = anchor.number();
        hash = signed.hash();
        broken = false;
    }

    private void compare(Anchor anchor) {
        if (anchor.seal() > seals.lastNumber()) {
            cutOff = Math.max(cutOff, anchor.seal());
            cutOffAt = seals.lastNumber();
        } else if (anchor.seal() < seals.lastNumber()) {
            findings.add(FindingKind.ANCHORED_SEAL_MISSING, anchor.seal(), anchor.number());
        } else if (!anchor.hash().equals(seals.lastHash())) {
            findings.add(FindingKind.SEAL_NOT_AS_ANCHORED, anchor.seal(), anchor.number());
        }
    }

    /** @param line of the anchor that the object store keeps under a number */
    void object(long number, String line) {
        String anchor = waiting;
        if (anchor != null && waitingNumber == number) {
            waiting = null;
            if (!anchor.equals(line)) {
                tellDifference(number, line);
            }
        } else if (isGenuine(number, line)) {
            missObject();
            findings.add(FindingKind.ANCHOR_ONLY_KEPT, number);
            // the seals are compared with it all the same
            SignedLine signed = SignedLine.parse(line);
            if (number > last) {
                follow(Anchor.parse(signed), signed);
            }
        } else {
            findings.add(FindingKind.KEPT_ANCHOR_CHANGED, number);
        }
    }

    private void tellDifference(long number, String line) {
        if (isGenuine(number, line)) {
            findings.add(FindingKind.ANCHOR_DIFFERS, number);
            compare(Anchor.parse(SignedLine.parse(line)));
        } else {
            findings.add(FindingKind.KEPT_ANCHOR_CHANGED, number);
        }
    }

    private boolean isGenuine(long number, String line) {
        try {
            SignedLine signed = SignedLine.parse(line);
            Anchor anchor = Anchor.parse(signed);
            return anchor.number() == number && keys.haveSigned(signed, anchor.key());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private void missObject() {
        if (waiting != null && areKept) {
            findings.add(FindingKind.ANCHOR_NOT_KEPT, waitingNumber);
        }
        waiting = null;
    }

    void finish() {
        missObject();
        if (cutOff > 0) {
            findings.add(FindingKind.SEALS_CUT_OFF, cutOff, cutOffAt);
        }
    }

    long read() {
        return read;
    }
}
