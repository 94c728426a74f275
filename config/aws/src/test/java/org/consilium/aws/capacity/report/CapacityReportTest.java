package org.consilium.aws.capacity.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.aws.capacity.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityReportTest {

    /** Left for those who want to see the plan of a country. */
    private static final Path COUNTRY = Path.of("target", "capacity", "country");

    @TempDir
    private Path folder;

    @Test
    void writesThePage() throws IOException {
        String page = written(Examples.text("large.properties"), COUNTRY);
        assertThat(page)
                .contains("1,000,000 consultations a day")
                .contains("m7g.xlarge")
                .contains("Little’s law");
        assertThat(page).contains("45 7 * * 1").contains("America/New_York").contains("prefers-color-scheme: dark");
        assertThat(page.split("<svg", -1)).as("three charts for each scenario").hasSize(1 + 3 * 4);
        assertThat(page.split("class=\"good\"", -1)).hasSize(1 + 4);
        assertThat(page)
                .contains(
                        "Requests of a consultation",
                        "Scheduled actions",
                        "Cost of a month",
                        "Replayed days",
                        "Reasons");
        assertThat(page).contains("Outside the bounds for").doesNotContain("class=\"bad\"");
        assertThat(page).doesNotContain("<script").doesNotContain("http");
    }

    /** The page shows what is wrong; the build fails all the same. */
    @Test
    void failsWithASentenceAndStillWritesThePage() throws IOException {
        String strict = Examples.replaced(Examples.text("large.properties"), "bound.day.cpu-percent=40");
        assertThatThrownBy(() -> written(strict))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("An ordinary day: the CPU is above 40 % for");
        assertThat(Files.readString(folder.resolve("out/index.html")))
                .contains("class=\"bad\"")
                .contains("An ordinary day: the CPU is above 40 % for");
    }

    @Test
    void namesInTheAnswersAreNoMarkup() throws IOException {
        String odd = Examples.text("answers.properties")
                .replace("peaks=monday", "peaks=<b>")
                .replace("peak.monday", "peak.<b>");
        assertThat(written(odd)).contains("&lt;b&gt;-begin").doesNotContain("<b>");
    }

    @Test
    void needsThreeArguments() {
        assertThatThrownBy(() -> CapacityReport.main(new String[] {"answers"}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String written(String answers) throws IOException {
        return written(answers, folder.resolve("out"));
    }

    private String written(String answers, Path out) throws IOException {
        Path file = Files.writeString(folder.resolve("answers.properties"), answers);
        Path prices = Files.writeString(folder.resolve("prices.properties"), Examples.text("prices.properties"));
        CapacityReport.main(new String[] {file.toString(), prices.toString(), out.toString()});
        return Files.readString(out.resolve("index.html"));
    }
}
