package org.consilium.trail.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerCommandTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-04T05:06:07.089Z"), ZoneOffset.UTC);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void saysWhatItDoes() {
        assertThat(run("--help")).isZero();
        assertThat(printed()).contains("trail setup", "trail partitions", "trail archive", "trail fetch", "Exit codes");
    }

    @Test
    void refusesWrongArguments() {
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("setup"),
                List.of("setup", "partitions", "--settings", "file"),
                List.of("fetch", "--settings", "file"),
                List.of("setup", "--settings"))) {
            assertThat(run(wrong.toArray(String[]::new))).as("%s", wrong).isEqualTo(2);
        }
    }

    @Test
    void refusesAnUnknownCommand() throws IOException {
        assertThat(run("forget", "--settings", settings().toString())).isEqualTo(2);
        assertThat(printed()).contains("unknown command");
    }

    @Test
    void refusesADayThatIsNone() throws IOException {
        assertThat(run("fetch", "2026-02-30", "--settings", settings().toString()))
                .isEqualTo(2);
    }

    @Test
    void saysWhenTheDatabaseDoesNotAnswer() throws IOException {
        assertThat(run("partitions", "--settings", settings().toString())).isEqualTo(1);
        assertThat(printed())
                .contains("\"level\":\"SEVERE\"", "the database failed")
                .doesNotContain("hidden");
    }

    @Test
    void logsFiguresForAlarms() {
        new OwnerLog(new PrintStream(out, true, StandardCharsets.UTF_8), clock)
                .info("a \"line\"", Map.of("daysAhead", 14));

        assertThat(printed())
                .isEqualTo("{\"type\":\"log\",\"time\":\"2026-03-04T05:06:07.089Z\",\"level\":\"INFO\","
                        + "\"logger\":\"consilium.trail\",\"message\":\"a \\\"line\\\"\",\"daysAhead\":14}\n");
    }

    private Path settings() throws IOException {
        return Files.writeString(folder.resolve("trail.properties"), """
                consilium.trail.url=jdbc:mysql://127.0.0.1:1/clinic
                consilium.trail.user=keeper
                consilium.trail.password=hidden
                """);
    }

    private int run(String... arguments) {
        return new OwnerCommand(new PrintStream(out, true, StandardCharsets.UTF_8), clock).run(List.of(arguments));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
