package org.consilium.ear.growth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.consilium.local.database.Database;
import org.consilium.local.database.DatabaseServer;

/**
 * Fills a database as it looks after years, by statements that insert many rows each: {@code growth.sql}. The rows are
 * the same each time. The tables must be there, and the people of the demo, whose password everybody has.
 *
 * @param consultations how many; at least 100
 */
public record GrowthData(long consultations) {

    /** Somebody with two consultations: {@link #SHORT_THREAD} and {@link #LONG_THREAD}. */
    public static final String THREAD_PATIENT = "thread@growth.example";

    /** Of 10 messages. */
    public static final String SHORT_THREAD = "growth-k-short-0000000";

    /** Of 100,000 messages. */
    public static final String LONG_THREAD = "growth-k-long-00000000";

    /** A clinician of the large team. */
    public static final String CLINICIAN = "c0@growth.example";

    /** A clinician of the large team and of two others. */
    public static final String CLINICIAN_OF_THREE_TEAMS = "c1@growth.example";

    /** A patient with hundreds of consultations, or with a tenth of all if that is less. */
    public static final String FREQUENT_PATIENT = "p0@growth.example";

    private static final Pattern PART = Pattern.compile("(?ms)^-- (\\w+)(?:: [^\n]*)?\n([A-Z].*?;)\\R");

    /** Of rows that one statement inserts. */
    private static final long CHUNK = 100_000;

    private static final int OPEN_OF_LARGE_TEAM = 5_000;
    private static final int OPEN_OF_TEAM = 50;
    private static final int CONSULTATIONS_OF_TEAM = 20_000;
    private static final int MOST_TEAMS = 500;
    private static final int CLINICIANS_OF_TEAM = 10;
    private static final int CONSULTATIONS_OF_PATIENT = 4;

    /** Of a tenth of all consultations; each of these patients has three hundred. */
    private static final int TO_ONE_FREQUENT_PATIENT = 3_000;

    private static final long SECONDS_OF_TEN_YEARS = 315_360_000;

    /** Somebody with a few consultations. */
    public String patient() {
        return "p" + (frequent() + 1) + "@growth.example";
    }

    /** A last name that four patients have. */
    public String lastName() {
        return "Grown%08d".formatted(patients() / 2 / CONSULTATIONS_OF_PATIENT);
    }

    private long patients() {
        return consultations / CONSULTATIONS_OF_PATIENT;
    }

    private long frequent() {
        return Math.max(1, consultations / TO_ONE_FREQUENT_PATIENT);
    }

    private long teams() {
        return 1L + Math.clamp(consultations / CONSULTATIONS_OF_TEAM, 3, MOST_TEAMS);
    }

    /** Loads it. */
    public void load(DatabaseServer server, Database database) {
        Database administrator = server.administrator();
        Map<String, Long> ranges = Map.of(
                "once",
                1L,
                "team",
                teams(),
                "patient",
                patients(),
                "clinician",
                teams() * CLINICIANS_OF_TEAM,
                "consultation",
                consultations,
                "short",
                10L,
                "long",
                100_000L);
        try (Connection connection =
                        new Database(database.url(), administrator.user(), administrator.password()).connect();
                Statement statement = connection.createStatement()) {
            prepare(statement);
            for (MatchResult part : PART.matcher(script()).results().toList()) {
                long all = Objects.requireNonNull(ranges.get(part.group(1)), part.group(1));
                for (long first = 0; first < all; first += CHUNK) {
                    statement.execute(part.group(2).replace("EACH", each(first, all)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be filled", e);
        }
    }

    private static String each(long first, long all) {
        return "(SELECT %d + n AS k FROM number WHERE n < %d) k".formatted(first, Math.min(CHUNK, all - first));
    }

    private void prepare(Statement statement) throws SQLException {
        // the rows are right: what would be checked is made by the same formula
        statement.execute("SET unique_checks = 0, foreign_key_checks = 0");
        statement.execute("CREATE TEMPORARY TABLE number (n INT PRIMARY KEY)");
        String digit = "(SELECT 0 d" + " UNION ALL SELECT %d".repeat(9).formatted(1, 2, 3, 4, 5, 6, 7, 8, 9) + ") ";
        statement.execute("INSERT INTO number SELECT a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d FROM "
                + String.join(", ", digit + "a", digit + "b", digit + "c", digit + "d", digit + "e"));
        statement.execute("SET @now = UTC_TIMESTAMP(6) - INTERVAL 3 DAY, @password ="
                + " (SELECT password_hash FROM account WHERE email = 'patient@example.org')");
        statement.execute(
                "SET @consultations = %d, @patients = %d, @frequent = %d, @teams = %d, @open = %d, @elsewhere = %d, @gap = %d"
                        .formatted(
                                consultations,
                                patients(),
                                frequent(),
                                teams(),
                                Math.min(OPEN_OF_LARGE_TEAM, consultations / 2),
                                Math.min(OPEN_OF_TEAM * (teams() - 1), consultations / 4),
                                Math.max(1, SECONDS_OF_TEN_YEARS / consultations)));
    }

    private static String script() {
        try (InputStream script =
                Objects.requireNonNull(GrowthData.class.getResourceAsStream("growth.sql"), "growth.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
