package org.consilium.trail.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.consilium.trail.seal.PublicKeys;
import org.consilium.trail.verify.Finding;
import org.consilium.trail.verify.Report;
import org.consilium.trail.verify.Verification;

/**
 * Verifies an exported trail: {@code VerifyTrail --key public.pem trail.ndjson}. Needs nothing but the file and the
 * public key, which must come from another source than the file.
 */
public final class VerifyTrail {
    private static final String KEY = "--key";

    static final int INTACT = 0;
    static final int NOT_INTACT = 1;
    static final int UNUSABLE = 2;

    private static final String USAGE = """
            Usage: VerifyTrail --key public.pem [--key earlier.pem] trail.ndjson
            The file may be compressed (.gz); - stands for standard input.
            Exit code: 0 intact, 1 not intact, 2 not verified.""";

    private VerifyTrail() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** The command without its end; returns the exit code. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        List<Path> keys = new ArrayList<>();
        List<String> files = new ArrayList<>();
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals(KEY) && words.hasNext()) {
                keys.add(Path.of(words.next()));
            } else {
                files.add(word);
            }
        }
        String file = files.size() == 1 && !files.getFirst().startsWith(KEY) ? files.getFirst() : null;
        if (file == null || keys.isEmpty()) {
            err.println(USAGE);
            return UNUSABLE;
        }
        try {
            return tell(verify(file, publicKeys(keys)), out);
        } catch (IOException | IllegalArgumentException unreadable) {
            err.println("Not verified: " + unreadable.getMessage());
            return UNUSABLE;
        }
    }

    private static PublicKeys publicKeys(List<Path> files) throws IOException {
        StringBuilder pem = new StringBuilder();
        for (Path file : files) {
            pem.append(Files.readString(file));
        }
        return PublicKeys.ofPem(pem.toString());
    }

    private static Report verify(String file, PublicKeys keys) throws IOException {
        Verification verification = Verification.ofFile(keys);
        try (InputStream bytes = open(file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.ISO_8859_1), 1 << 16)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                verification.accept(line);
            }
        }
        return verification.finish();
    }

    private static InputStream open(String file) throws IOException {
        if (file.equals("-")) {
            return System.in;
        }
        InputStream bytes = Files.newInputStream(Path.of(file));
        return file.endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }

    private static int tell(Report report, PrintStream out) {
        out.println(report.entries() + " entries, " + report.seals() + " seals, " + report.anchors()
                + " anchors; the last seal is " + report.lastSeal());
        if (report.unsealed() > 0) {
            out.println(report.unsealed() + " of the entries are newer than the last seal, and not proved yet");
        }
        for (Finding finding : report.findings()) {
            out.println("FOUND: " + finding.text());
        }
        if (report.others() > 0) {
            out.println("FOUND: and " + report.others() + " more");
        }
        out.println(report.isIntact() ? "The trail is intact." : "The trail is NOT intact.");
        return report.isIntact() ? INTACT : NOT_INTACT;
    }
}
