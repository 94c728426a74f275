package org.consilium.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A read replica, with connections of its own. It is used while it answers and has caught up: its lag is measured by a
 * row that the nodes write to the primary each second. If they cannot, because the primary is down, a replica that had
 * caught up until then has all that it can have, and remains usable.
 */
final class Replica implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Replica.class.getName());

    /** With {@link #CHECK_TTL}, less than {@link Replicas#MAX_LAG}. */
    private static final Duration MAX_LAG_SEEN = Duration.ofSeconds(2);

    /** Until the next check, also when the beat before it has waited for a primary that swallows everything. */
    private static final Duration CHECK_TTL = Duration.ofMillis(2800);

    private static final String BEHIND =
            "SELECT TIMESTAMPDIFF(MICROSECOND, beat_at, UTC_TIMESTAMP(6)) FROM replica_heartbeat WHERE id = 1";

    private static final int CONNECTIONS = 32;

    /** If no connection is free by then, another server is asked. */
    private static final Duration MAX_WAIT = Duration.ofMillis(500);

    private static final Duration IDLE = Duration.ofMinutes(2);

    private final HikariDataSource pool;
    private final String name;

    /** A time of {@link System#nanoTime}. */
    private volatile long usableUntil = System.nanoTime();

    private volatile boolean caughtUp;

    /** @param name for the log */
    Replica(String name, DataSource source) {
        this.name = name;
        HikariConfig settings = new HikariConfig();
        settings.setPoolName(name);
        settings.setDataSource(source);
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(1);
        settings.setIdleTimeout(IDLE.toMillis());
        settings.setConnectionTimeout(MAX_WAIT.toMillis());
        settings.setValidationTimeout(MAX_WAIT.toMillis());
        settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // the node starts without it
        settings.setInitializationFailTimeout(-1);
        pool = new HikariDataSource(settings);
    }

    boolean isUsable() {
        return usableUntil - System.nanoTime() > 0;
    }

    /** A working connection; none if the replica does not answer, which then is not used until the next check. */
    @Nullable
    Connection connect() {
        try {
            return pool.getConnection();
        } catch (SQLException failure) {
            LOG.log(Level.WARNING, failure, () -> name + " does not answer: " + failure.getMessage());
            fails();
            return null;
        }
    }

    /** It is not used until the next check. */
    void fails() {
        usableUntil = System.nanoTime();
        Route.replicaHasFailed();
    }

    /** @param primaryAnswers whether the row that tells the lag is being written */
    void check(boolean primaryAnswers) {
        long began = System.nanoTime();
        try {
            boolean recent = microsecondsBehind() < TimeUnit.MICROSECONDS.convert(MAX_LAG_SEEN);
            caughtUp = recent || (caughtUp && !primaryAnswers);
            if (caughtUp) {
                usableUntil = began + CHECK_TTL.toNanos();
            }
        } catch (SQLException failure) {
            LOG.log(Level.FINE, failure, () -> name + " could not be checked");
        }
    }

    private long microsecondsBehind() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(BEHIND)) {
            return rows.next() ? rows.getLong(1) : Long.MAX_VALUE;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
