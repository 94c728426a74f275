package org.consilium.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** Log records as lines of JSON. */
class JsonFormatterTest {
    @Test
    void keepsEverythingOnOneLine() {
        LogRecord record = record("first\nsecond \"quoted\" \u2028 \ud83d\ude00 \u0001");
        record.setThrown(new IllegalStateException("broken"));
        String line = new JsonFormatter().format(record);
        assertThat(line)
                .startsWith("{\"type\":\"log\",\"time\":\"2026-01-02T03:04:05Z\",\"level\":\"INFO\",\"logger\":\"x\",")
                .contains("\"message\":\"first\\nsecond \\\"quoted\\\" \\u2028 \\ud83d\\ude00 \\u0001\"")
                .contains("\"exception\":\"java.lang.IllegalStateException: broken\\n\\tat ")
                .endsWith("\"}")
                .doesNotContain("\n");
    }

    @Test
    void fillsInTheParameters() {
        LogRecord record = record("{0} of {1}");
        record.setParameters(new Object[] {1, "two"});
        assertThat(new JsonFormatter().format(record)).contains("\"message\":\"1 of two\"");
    }

    @Test
    void leavesOutSecrets() {
        LogRecord record = record("GET https://bob:pw1@host/a?name=Alice, password=pw2; secret: pw3");
        record.setThrown(new IllegalStateException("jdbc:mysql://db/app?user=u&password=pw4"));
        assertThat(new JsonFormatter().format(record))
                .contains("GET https://host/a password=***; secret: ***")
                .contains("jdbc:mysql://db/app\\n")
                .doesNotContain("pw1", "pw2", "pw3", "pw4", "Alice", "bob");
    }

    private static LogRecord record(String message) {
        LogRecord record = new LogRecord(Level.INFO, message);
        record.setLoggerName("x");
        record.setInstant(Instant.parse("2026-01-02T03:04:05Z"));
        return record;
    }
}
