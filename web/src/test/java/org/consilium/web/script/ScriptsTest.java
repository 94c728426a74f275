package org.consilium.web.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * ESLint finds nothing in the scripts, and their own tests pass in Node.js. By hand: {@code npm ci}, {@code npm run
 * lint} and {@code npm test} in this module's folder.
 */
@EnabledIf(
        value = "org.consilium.web.script.NodeJs#isThere",
        disabledReason = "Node.js 20.19 or newer with npm is missing (apt-get install nodejs npm)")
class ScriptsTest {

    private static final Path LOCK = Path.of("package-lock.json");
    private static final Path INSTALLED = Path.of("node_modules/.package-lock.json");

    /** What the lock file names, by checksum; again only when that has changed. */
    @BeforeAll
    static void install() throws IOException, InterruptedException {
        if (!Files.exists(INSTALLED)
                || Files.getLastModifiedTime(INSTALLED).compareTo(Files.getLastModifiedTime(LOCK)) < 0) {
            assertThat(NodeJs.run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")))
                    .as("npm ci: is the npm registry reachable?")
                    .isZero();
        }
    }

    @Test
    void eslintFindsNothing() throws IOException, InterruptedException {
        assertThat(NodeJs.run(List.of("npm", "run", "--silent", "lint"))).isZero();
    }

    @Test
    void theirOwnTestsPass() throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("node", "--test", "--test-timeout=30000", "--test-reporter=spec"));
        try (Stream<Path> files = Files.walk(Path.of("src/test/js"))) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".test.js"))
                    .sorted()
                    .forEach(command::add);
        }
        assertThat(command).hasSizeGreaterThan(3);
        assertThat(NodeJs.run(command)).isZero();
    }
}
