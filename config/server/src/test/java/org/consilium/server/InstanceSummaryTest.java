package org.consilium.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The summary that the Arquillian container reads. */
class InstanceSummaryTest {
    /** As in the container of Payara Micro for Arquillian, version 3.1. */
    private static final Pattern CONFIGURATION = Pattern.compile(
            "Instance Configuration(?<jsonFormat>\")?.*Host\"?: \"?(?<host>.*?)\"?,{0,1}$.*HTTP Port\\(s\\)\"?: \"?(?<ports>.*?)\"?,?$",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void namesTheWebModulesAndTheTestRunner(@TempDir Path directory) throws IOException {
        String text = new InstanceSummary(ProbeEar.underTest(directory), 1234).text();
        assertThat(CONFIGURATION.matcher(text)).satisfies(matcher -> {
            assertThat(matcher.find()).isTrue();
            assertThat(matcher.group("host")).isEqualTo("localhost");
            assertThat(matcher.group("ports")).isEqualTo("1234");
        });
        assertThat(text)
                .contains("{\"Name\": \"probe.war\", \"Type\": \"war\", \"Context Root\": \"/\", \"Mappings\": "
                        + "{\"/ArquillianServletRunnerEE9\": \"ArquillianServletRunnerEE9\"}}");
    }

    @Test
    void leavesOutTheTestRunnerOtherwise(@TempDir Path directory) throws IOException {
        assertThat(new InstanceSummary(ProbeEar.working(directory), 1234).text())
                .contains("\"Mappings\": {}");
    }
}
