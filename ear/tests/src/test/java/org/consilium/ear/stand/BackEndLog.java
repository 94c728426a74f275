package org.consilium.ear.stand;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consilium.local.redis.RedisConnection;

/**
 * Records everything that a step sends to the database (from its general log) and to Redis (from MONITOR), including
 * the statements of the driver and the pool. The timers of the nodes are in it as well.
 */
public final class BackEndLog {

    private static final String END = "the step is over";

    private static final String LEASES = "consilium:session:*:lease";
    private static final Duration SETTLED = Duration.ofMillis(100);

    private static final String STATEMENTS = "SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log"
            + " WHERE command_type NOT IN ('Connect', 'Quit', 'Ping') AND user_host LIKE ? ORDER BY event_time";

    private BackEndLog() {}

    /**
     * The two.
     *
     * @param statements in their order
     * @param commands without those that a script calls within Redis, which cost no round trip
     */
    public record Sent(List<String> statements, List<String> commands) {}

    /** Runs a step, and returns everything that is sent during it. */
    public static Sent of(Runnable step) {
        Stand stand = Stand.get();
        try (Connection connection = stand.databaseServer().administrator().connect()) {
            return of(step, stand, connection);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Sent of(Runnable step, Stand stand, Connection connection) throws SQLException {
        stand.databaseServer()
                .execute(List.of(
                        "SET GLOBAL log_output = 'TABLE'",
                        "TRUNCATE mysql.general_log",
                        "SET GLOBAL general_log = ON"));
        try (RedisConnection monitor = stand.redis().connect();
                RedisConnection end = stand.redis().connect()) {
            monitor.send("MONITOR");
            step.run();
            settle(end);
            end.send("ECHO", END);
            return new Sent(statements(connection, stand.database().user()), commands(monitor));
        } finally {
            stand.databaseServer().execute(List.of("SET GLOBAL general_log = OFF"));
        }
    }

    /** A session is stored, and others are told, in parallel with the answer. */
    private static void settle(RedisConnection redis) {
        await().pollDelay(SETTLED).until(() -> List.of().equals(redis.send("KEYS", LEASES)));
    }

    private static List<String> statements(Connection connection, String user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STATEMENTS)) {
            statement.setString(1, user + "[%");
            try (ResultSet rows = statement.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }

    private static List<String> commands(RedisConnection monitor) {
        List<String> found = new ArrayList<>();
        for (String line = next(monitor); !line.contains(END); line = next(monitor)) {
            if (!line.contains(" lua]") && !line.contains("\"PING\"") && !line.contains("\"KEYS\"")) {
                found.add(line.substring(line.indexOf(']') + 2));
            }
        }
        return found;
    }

    private static String next(RedisConnection monitor) {
        return Objects.toString(monitor.next());
    }
}
