package org.consilium.ear.fault;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.consilium.local.database.Database;

/** Makes a node that starts wait for a statement of its migrations, for longer than a page waits for any. */
final class SlowSchema {

    static final Duration WAIT = Duration.ofSeconds(4);

    private static final Duration START = Duration.ofMinutes(2);

    private static final String WAITING = "SELECT COUNT(*) FROM information_schema.processlist"
            + " WHERE state LIKE 'Waiting for table metadata lock' AND info LIKE '%flyway_schema_history%'";

    private final CompletableFuture<Boolean> waited;

    /** @param server the database, as its administrator */
    SlowSchema(Database server) {
        CompletableFuture<Boolean> locked = new CompletableFuture<>();
        waited = CompletableFuture.supplyAsync(() -> hold(server, locked));
        locked.join();
    }

    private static boolean hold(Database server, CompletableFuture<Boolean> locked) {
        try (Connection connection = server.connect();
                Connection observer = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLES consilium.flyway_schema_history WRITE");
            locked.complete(true);
            await("the node asks for its migrations").atMost(START).until(() -> isWaitedFor(observer));
            await("it waits").pollDelay(WAIT).atMost(START).until(() -> isWaitedFor(observer));
            statement.execute("UNLOCK TABLES");
            return true;
        } catch (SQLException e) {
            locked.completeExceptionally(e);
            throw new AssertionError(e);
        }
    }

    private static boolean isWaitedFor(Connection observer) throws SQLException {
        try (Statement statement = observer.createStatement();
                ResultSet rows = statement.executeQuery(WAITING)) {
            return rows.next() && rows.getLong(1) > 0;
        }
    }

    /** Whether the same statement waited all the time; a node that is ready now has not given it up. */
    boolean hasBeenWaitedFor() {
        return waited.join();
    }
}
