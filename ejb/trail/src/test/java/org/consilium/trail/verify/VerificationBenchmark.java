package org.consilium.trail.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.consilium.trail.stand.MemoryTrail;

/** Measures how long the verification of a million entries takes on one processor; run by hand. */
final class VerificationBenchmark {
    private static final int ENTRIES = 1_000_000;

    private VerificationBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int perSeal = Integer.parseInt(arguments[0]);
        MemoryTrail trail = new MemoryTrail();
        for (int i = 0; i < ENTRIES; i += perSeal) {
            trail.add(perSeal);
            trail.seal(perSeal);
        }
        trail.anchor();
        Path file = Files.createTempFile("trail", ".ndjson");
        Files.writeString(file, trail.export(), StandardCharsets.ISO_8859_1);
        for (int round = 0; round < 3; round++) {
            long begin = System.nanoTime();
            Verification verification = Verification.ofFile(trail.key.publicKeys());
            try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    verification.accept(line);
                }
            }
            Report report = verification.finish();
            System.out.printf(
                    "%d entries, %d seals, %d MB, intact %s: %.1f s%n",
                    report.entries(),
                    report.seals(),
                    Files.size(file) >> 20,
                    report.isIntact(),
                    Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
        }
        Files.delete(file);
    }
}
