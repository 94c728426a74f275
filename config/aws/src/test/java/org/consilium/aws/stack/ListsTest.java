package org.consilium.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The lists of HIPAA and Well-Architected in the README name tests: each of them is there. */
class ListsTest {

    private static final Pattern NAMED = Pattern.compile("`(?<test>[A-Z][A-Za-z]+Test)\\.(?<method>[a-zA-Z0-9]+)`");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        var named =
                NAMED.matcher(Files.readString(Path.of("README.md"))).results().toList();

        assertThat(named).hasSizeGreaterThan(40);
        for (MatchResult each : named) {
            assertThatCode(() -> Class.forName(getClass().getPackageName() + "." + each.group(1))
                            .getDeclaredMethod(each.group(2)))
                    .as(each.group())
                    .doesNotThrowAnyException();
        }
    }
}
