package org.consilium.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
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

    @Test
    void leavesOutWhatADatabaseQuotes() {
        SQLException cause = new SQLException("Duplicate entry 'it's Alice' for key 'name'", "23000", 1062);
        LogRecord record = record("failed: " + cause.getMessage());
        record.setThrown(new IllegalStateException("Internal Exception: " + cause, cause));
        assertThat(new JsonFormatter().format(record))
                .contains("\"message\":\"failed: SQLSTATE 23000, error 1062\"")
                .contains("Internal Exception: java.sql.SQLException: SQLSTATE 23000, error 1062")
                .contains("Caused by: java.sql.SQLException: SQLSTATE 23000, error 1062")
                .doesNotContain("Alice");
    }

    @Test
    void leavesOutWhatADatabaseQuotesInTheExceptionsThatHangOnAnother() {
        BatchUpdateException batch = new BatchUpdateException("Value 'Alice' is too long", "22001", 1406, new int[0]);
        batch.setNextException(new SQLException("Value 'Bob' is too long", "22001", 1406));
        IllegalStateException failure = new IllegalStateException("broken");
        failure.addSuppressed(new IllegalArgumentException("Value 'Bob' is too long", batch));
        LogRecord record = record("failed");
        record.setThrown(failure);
        assertThat(new JsonFormatter().format(record))
                .contains("SQLSTATE 22001, error 1406")
                .doesNotContain("Alice", "Bob");
    }

    @Test
    void tellsWhyThereIsNoConnection() {
        LogRecord record = record("failed");
        record.setThrown(new SQLException("Communications link failure", "08S01", 0));
        assertThat(new JsonFormatter().format(record)).contains("Communications link failure");
    }

    @Test
    void leavesOutQuotedValuesAndAddressesWithoutAnException() {
        LogRecord record = record("Duplicate entry 'Alice' for key 'name'\nIncorrect string value: 'Bob'\n"
                + "to josé.neil@mail.example.org, object Foo@1a2b3c");
        assertThat(new JsonFormatter().format(record))
                .contains("Duplicate entry *** for key 'name'\\nIncorrect string value: ***\\n")
                .contains("***@***, object Foo@1a2b3c")
                .doesNotContain("Alice", "Bob", "mail.example.org", "neil");
    }

    private static LogRecord record(String message) {
        LogRecord record = new LogRecord(Level.INFO, message);
        record.setLoggerName("x");
        record.setInstant(Instant.parse("2026-01-02T03:04:05Z"));
        return record;
    }
}
