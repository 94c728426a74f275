package org.consilium.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lists for HIPAA and Well-Architected in the README name tests, all of which exist. */
class ListsTest {

    private static final Pattern NAMED = Pattern.compile("`(?<test>[A-Z][A-Za-z]+Test)\\.(?<method>[a-zA-Z0-9]+)`");
    private static final Pattern TEST = Pattern.compile("@Test\\s+void (?<method>\\w+)\\(");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        var named =
                NAMED.matcher(Files.readString(Path.of("README.md"))).results().toList();

        assertThat(named).hasSizeGreaterThan(40);
        for (MatchResult each : named) {
            assertThat(methods(each.group("test"))).as(each.group()).contains(each.group("method"));
        }
    }

    private static Set<String> methods(String test) throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            return sources.filter(source -> source.endsWith(test + ".java"))
                    .flatMap(ListsTest::methods)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> methods(Path source) {
        try {
            return TEST.matcher(Files.readString(source)).results().map(method -> method.group("method"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
