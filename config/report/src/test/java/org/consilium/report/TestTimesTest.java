package org.consilium.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTimesTest {

    private static final Instant BEGIN = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path project;

    @BeforeEach
    void reports() throws IOException {
        write("ejb/target/surefire-reports/TEST-short.xml", "org.Short", 3, "0.25");
        write("config/server/target/failsafe-reports/TEST-long.xml", "org.Long", 2, "1,034.5");
        write("config/server/target/classes/TEST-resource.xml", "org.Resource", 2, "7");
    }

    private Path write(String path, String name, int tests, String seconds) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"%s\" time=\"%s\" tests=\"%d\"></testsuite>"
                        .formatted(name, seconds, tests));
        Files.setLastModifiedTime(file, FileTime.from(BEGIN));
        return file;
    }

    @Test
    void theLongestComesFirst() throws IOException {
        assertThat(TestTimes.lines(TestTimes.reports(project, BEGIN)))
                .containsExactly(
                        "",
                        "Classes of tests, the longest first: 2 with 5 tests, 1035 s",
                        "  1034.5 s     2  org.Long",
                        "     0.3 s     3  org.Short");
    }

    @Test
    void aClassThatWasRunTwiceHasOneLine() throws IOException {
        write("ejb/target/surefire-reports/TEST-again.xml", "org.Short", 1, "2");
        assertThat(TestTimes.lines(TestTimes.reports(project, BEGIN))).contains("     2.3 s     4  org.Short");
    }

    @Test
    void aReportOfAnEarlierBuildIsLeftOut() throws IOException {
        assertThat(TestTimes.reports(project, BEGIN.plusSeconds(1))).isEmpty();
    }
}
