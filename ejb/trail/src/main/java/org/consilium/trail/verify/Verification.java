package org.consilium.trail.verify;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.consilium.trail.seal.Anchor;
import org.consilium.trail.seal.EntryLine;
import org.consilium.trail.seal.JsonLine;
import org.consilium.trail.seal.PublicKeys;
import org.consilium.trail.seal.Seal;
import org.consilium.trail.seal.Sha256;
import org.consilium.trail.seal.SignedLine;

/**
 * Verifies a trail, line by line, in the order of its export; it keeps no more of it than one seal and the first
 * findings. Clocks play no part.
 */
public final class Verification {
    private static final String HEAD = "{\"trail\":";
    private static final String KEPT = "{\"kept\":";
    private static final String LAST = "{\"end\":";

    private final PublicKeys keys;
    private final boolean isFile;
    private final Findings findings = new Findings();
    private final SealChain seals;
    private final AnchorChain anchors;
    private final MessageDigest file = Sha256.begin();
    private long lines;
    private long entries;
    private boolean ended;

    private Verification(PublicKeys keys, boolean isFile) {
        this.keys = keys;
        this.isFile = isFile;
        seals = new SealChain(keys, findings);
        anchors = new AnchorChain(keys, findings, seals);
    }

    /** Of a file, which has a first and a last line. */
    public static Verification ofFile(PublicKeys keys) {
        return new Verification(keys, true);
    }

    /** Of lines as they are read from the database. */
    public static Verification ofDatabase(PublicKeys keys) {
        return new Verification(keys, false);
    }

    /** The next line, without its end. */
    public void accept(String line) {
        lines++;
        if (isFile && line.startsWith(LAST)) {
            end(line);
            return;
        }
        if (isFile) {
            file.update(Sha256.bytes(line));
            file.update((byte) '\n');
        }
        if (ended) {
            findings.add(FindingKind.LINE_UNREADABLE, lines);
        } else if (EntryLine.isEntry(line)) {
            entry(line);
        } else if (Seal.isSeal(line)) {
            seals.seal(line, lines);
        } else if (Anchor.isAnchor(line)) {
            anchors.anchor(line, lines);
        } else {
            other(line);
        }
    }

    private void entry(String line) {
        entries++;
        try {
            seals.entry(EntryLine.parse(line));
        } catch (IllegalArgumentException unreadable) {
            findings.add(FindingKind.LINE_UNREADABLE, lines);
        }
    }

    private void other(String line) {
        try {
            if (line.startsWith(KEPT)) {
                Map<String, String> values = JsonLine.parse(line);
                anchors.object(Long.parseLong(values.getOrDefault("kept", "")), values.getOrDefault("line", ""));
            } else if (line.startsWith(HEAD) && lines == 1) {
                if (JsonLine.parse(line).getOrDefault("objects", "").equals("yes")) {
                    anchors.expectObjects();
                }
            } else {
                findings.add(FindingKind.LINE_UNREADABLE, lines);
            }
        } catch (IllegalArgumentException unreadable) {
            findings.add(FindingKind.LINE_UNREADABLE, lines);
        }
    }

    private void end(String line) {
        if (ended) {
            findings.add(FindingKind.LINE_UNREADABLE, lines);
            return;
        }
        ended = true;
        String hash = HexFormat.of().formatHex(file.digest());
        try {
            SignedLine signed = SignedLine.parse(line);
            Map<String, String> values = JsonLine.parse(signed.text() + '}');
            if (!keys.haveSigned(signed, values.getOrDefault("key", ""))) {
                findings.add(FindingKind.FILE_FORGED);
            } else if (!hash.equals(values.get("hash"))) {
                findings.add(FindingKind.FILE_CHANGED);
            }
        } catch (IllegalArgumentException unreadable) {
            findings.add(FindingKind.FILE_FORGED);
        }
    }

    /** The result, after the last line. */
    public Report finish() {
        seals.finish();
        anchors.finish();
        if (isFile && !ended) {
            findings.add(FindingKind.FILE_CUT_OFF);
        }
        return new Report(
                entries,
                seals.read(),
                anchors.read(),
                seals.lastNumber(),
                seals.unsealed(),
                findings.first(),
                findings.others());
    }

    /** How many entries were read so far. */
    public long entries() {
        return entries;
    }
}
