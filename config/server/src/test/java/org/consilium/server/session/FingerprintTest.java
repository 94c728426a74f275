package org.consilium.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications with the same views have the same fingerprint, whatever else differs. */
class FingerprintTest {
    @Test
    void knowsViewsByWhatTheyAreMadeOf(@TempDir Path application) throws IOException {
        Files.createDirectories(application.resolve("WEB-INF/lib"));
        Files.writeString(application.resolve("a.xhtml"), "a page");
        Files.writeString(application.resolve("WEB-INF/lib/faces-1.jar"), "");
        String before = name(application);
        Files.writeString(application.resolve("WEB-INF/web.xml"), "built at noon");
        Files.writeString(application.resolve("style.css"), "red");
        assertThat(name(application)).isEqualTo(before).hasSize(8);
        Files.writeString(application.resolve("a.xhtml"), "another page");
        assertThat(name(application)).isNotEqualTo(before);
        Files.writeString(application.resolve("a.xhtml"), "a page");
        Files.move(application.resolve("WEB-INF/lib/faces-1.jar"), application.resolve("WEB-INF/lib/faces-2.jar"));
        assertThat(name(application)).isNotEqualTo(before);
    }

    private static String name(Path application) throws IOException {
        return new Fingerprint().views(application).name();
    }
}
