package org.consilium.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedJarsTest {

    @TempDir
    Path folder;

    @Test
    void whatNoBillNamesIsFoundInTheEarAndInItsWar() throws IOException {
        byte[] none = new byte[0];
        byte[] war = zip(Map.of("WEB-INF/lib/faces-15.0-jakarta.jar", none, "WEB-INF/lib/stray-1.jar", none));
        Path ear = Files.write(
                folder.resolve("app.ear"),
                zip(Map.of(
                        "ejb.jar",
                        none,
                        "web.war",
                        war,
                        "lib/com.example-one-1.0.jar",
                        none,
                        "lib/two-2.0.jar",
                        none)));

        assertThat(ShippedJars.unlisted(
                        ear,
                        List.of(
                                new Component("com.example", "one", "1.0"),
                                new Component("com.example", "faces", "15.0"))))
                .containsExactlyInAnyOrder("stray-1.jar", "two-2.0.jar");
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(content)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return content.toByteArray();
    }
}
