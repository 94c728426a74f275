package org.consilium.trail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.consilium.trail.stand.MemoryTrail;
import org.consilium.trail.stand.TestKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command says in words and by its exit code whether a trail is intact. */
class VerifyTrailTest {
    private final MemoryTrail trail = new MemoryTrail();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path key;

    @BeforeEach
    void seal() throws IOException {
        trail.add(20);
        trail.seal(8);
        trail.anchor();
        trail.add(2);
        key = Files.writeString(folder.resolve("key.pem"), trail.key.pem());
    }

    private int run(String... arguments) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return VerifyTrail.run(List.of(arguments), out, out);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("trail.ndjson"), text);
    }

    @Test
    void aTrailIsIntact() throws IOException {
        assertThat(run("--key", key.toString(), file(trail.export()).toString()))
                .isEqualTo(VerifyTrail.INTACT);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(
                        "22 entries, 3 seals, 1 anchors; the last seal is 3",
                        "2 of the entries",
                        "The trail is intact.");
    }

    @Test
    void aCompressedOneAsWell() throws IOException {
        Path file = folder.resolve("trail.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(trail.export().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(run(file.toString(), "--key", key.toString())).isEqualTo(VerifyTrail.INTACT);
    }

    @Test
    void aChangeIsNamed() throws IOException {
        trail.entries.put(5L, MemoryTrail.entry(5, "other"));
        assertThat(run("--key", key.toString(), file(trail.export()).toString()))
                .isEqualTo(VerifyTrail.NOT_INTACT);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("FOUND: Entry 5 was changed after it had been sealed by seal 1.", "The trail is NOT intact.");
    }

    @Test
    void earlierKeysAreGivenAsWell() throws IOException {
        Path other = Files.writeString(folder.resolve("other.pem"), new TestKey().pem());
        String file = file(trail.export()).toString();
        assertThat(run("--key", other.toString(), file)).isEqualTo(VerifyTrail.NOT_INTACT);
        assertThat(run("--key", other.toString(), "--key", key.toString(), file))
                .isEqualTo(VerifyTrail.INTACT);
    }

    @Test
    void whatCannotBeVerifiedIsNotIntact() throws IOException {
        String file = file(trail.export()).toString();
        assertThat(run()).isEqualTo(VerifyTrail.UNUSABLE);
        assertThat(run(file)).isEqualTo(VerifyTrail.UNUSABLE);
        assertThat(run("--key", key.toString())).isEqualTo(VerifyTrail.UNUSABLE);
        assertThat(run("--key", key.toString(), file, file)).isEqualTo(VerifyTrail.UNUSABLE);
        assertThat(run("--key", file, file)).isEqualTo(VerifyTrail.UNUSABLE);
        assertThat(run("--key", key.toString(), folder.resolve("none").toString()))
                .isEqualTo(VerifyTrail.UNUSABLE);
    }
}
