package org.consilium.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/** The lines that standard output may consist of. */
final class JsonLines {
    private static final String STRING = "\"(?:[^\"\\\\\\x00-\\x1f]++|\\\\[\"\\\\nrt]|\\\\u[0-9a-f]{4})*+\"";
    private static final String MEMBER = STRING + ":(?:" + STRING + "|-?\\d++)";
    private static final Pattern OBJECT = Pattern.compile("\\{" + MEMBER + "(?:," + MEMBER + ")*+\\}");

    private JsonLines() {}

    static void assertAll(List<String> lines) {
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .matches(OBJECT)
                        .containsPattern("^\\{\"type\":\"(log|access)\",\"time\":\"\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z\","));
    }
}
