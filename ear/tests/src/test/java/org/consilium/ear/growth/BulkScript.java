package org.consilium.ear.growth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.consilium.local.database.Database;
import org.consilium.local.database.DatabaseServer;

/**
 * A script of statements that insert many rows each, in a file beside a class. Each statement is preceded by a comment
 * with the name of the range through which {@code k} counts in it, from 0, and has {@code EACH} in the place of a table
 * of k. {@code @password} is the hash of the demo's password, and {@code @now} three days ago, when nothing is new.
 *
 * @param indexedAfterwards tables whose indexes are made from all rows at once, which is faster for millions of them;
 *     the statements must find their rows by the primary key
 */
public record BulkScript(Class<?> beside, String file, List<String> indexedAfterwards) {
    private static final Pattern PART = Pattern.compile("(?ms)^-- (\\w+)(?:: [^\n]*)?\n([A-Z].*?;)\\R");

    private static final Pattern INSERTED = Pattern.compile("INSERT INTO (\\w+)");

    /** Of rows that one statement inserts. */
    private static final long CHUNK = 100_000;

    /**
     * Runs it. The tables must be there, and the people of the demo.
     *
     * @param numbers that the statements name, such as {@code teams} for {@code @teams}
     * @param ranges how far k counts, by their names
     */
    public void run(DatabaseServer server, Database database, Map<String, Long> numbers, Map<String, Long> ranges) {
        Database administrator = server.administrator();
        try (Connection connection =
                        new Database(database.url(), administrator.user(), administrator.password()).connect();
                Statement statement = connection.createStatement()) {
            prepare(statement);
            for (Map.Entry<String, Long> number : numbers.entrySet()) {
                statement.execute("SET @" + number.getKey() + " = " + number.getValue());
            }
            List<TableIndexes> indexes = new ArrayList<>();
            for (String table : indexedAfterwards) {
                indexes.add(TableIndexes.of(connection, table));
            }
            for (TableIndexes dropped : indexes) {
                statement.execute(dropped.drop());
            }
            for (MatchResult part : PART.matcher(text()).results().toList()) {
                long all = Objects.requireNonNull(ranges.get(part.group(1)), part.group(1));
                for (long first = 0; first < all; first += CHUNK) {
                    statement.execute(part.group(2).replace("EACH", each(first, all)));
                }
            }
            for (TableIndexes dropped : indexes) {
                statement.execute(dropped.add());
            }
            for (String table : tables()) {
                statement.execute("ANALYZE TABLE " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be filled", e);
        }
    }

    private static String each(long first, long all) {
        return "(SELECT %d + n AS k FROM number WHERE n < %d) k".formatted(first, Math.min(CHUNK, all - first));
    }

    private static void prepare(Statement statement) throws SQLException {
        // the rows are right: what would be checked is made by the same formula
        statement.execute("SET unique_checks = 0, foreign_key_checks = 0");
        statement.execute("CREATE TEMPORARY TABLE number (n INT PRIMARY KEY)");
        String digit = "(SELECT 0 d" + " UNION ALL SELECT %d".repeat(9).formatted(1, 2, 3, 4, 5, 6, 7, 8, 9) + ") ";
        statement.execute("INSERT INTO number SELECT a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d FROM "
                + String.join(", ", digit + "a", digit + "b", digit + "c", digit + "d", digit + "e"));
        statement.execute("SET @now = UTC_TIMESTAMP(6) - INTERVAL 3 DAY, @password ="
                + " (SELECT password_hash FROM account WHERE email = 'patient@example.org')");
    }

    private List<String> tables() {
        return INSERTED.matcher(text())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private String text() {
        try (InputStream script = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
