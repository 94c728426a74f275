package org.consilium.dependencies;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** When a jar was made, by what its entries say. */
final class JarTime {
    /** Builds that give the same jar each time often write one of 1980 instead. */
    private static final LocalDateTime CREDIBLE = LocalDateTime.of(2000, 1, 1, 0, 0);

    private JarTime() {}

    static Optional<Instant> newest(byte[] jar) throws IOException {
        Optional<Instant> newest = Optional.empty();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                LocalDateTime time = entry.getTimeLocal();
                if (time.isAfter(CREDIBLE)) {
                    Instant instant = time.toInstant(ZoneOffset.UTC);
                    newest = newest.filter(instant::isBefore).or(() -> Optional.of(instant));
                }
            }
        }
        return newest;
    }
}
