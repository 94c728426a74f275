package org.consilium.trail.owner;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.consilium.trail.seal.EntryLine;

/**
 * A file of the archive: the lines of an exported trail, compressed by gzip, so that the verifier reads it, and
 * everybody who has gunzip. The same lines give the same bytes.
 */
final class ArchiveFile {
    private ArchiveFile() {}

    /** Takes a line. */
    interface Lines {
        void take(String line) throws SQLException, IOException;
    }

    static Writer write(Path file) throws IOException {
        return new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.US_ASCII));
    }

    static void read(Path file, Lines lines) throws IOException, SQLException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.take(line);
            }
        }
    }

    /** How many entries it has. */
    static long entries(Path file) throws IOException, SQLException {
        long[] entries = new long[1];
        read(file, line -> entries[0] += EntryLine.isEntry(line) ? 1 : 0);
        return entries[0];
    }
}
