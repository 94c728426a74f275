package org.consilium.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void isTheSameAtTheNextStart() {
        String first = new Secrets(file()).get("database");
        assertThat(new Secrets(file()).get("database")).isEqualTo(first).hasSizeGreaterThan(20);
    }

    @Test
    void differsByNameAndByFile() {
        Secrets secrets = new Secrets(file());
        assertThat(secrets.get("database"))
                .isNotEqualTo(secrets.get("s3"))
                .isNotEqualTo(new Secrets(folder.resolve("other")).get("database"));
    }

    @Test
    void isReadableOnlyByItsOwner() throws IOException {
        new Secrets(file()).get("database");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    private Path file() {
        return folder.resolve("secrets");
    }
}
