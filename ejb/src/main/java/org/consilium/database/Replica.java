package org.consilium.database;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * A read replica of the database, if this node has one, for reads that may be a moment old. Its lag is measured by a
 * row that the nodes write to the primary each second. While it lags too far behind, or does not answer, the primary is
 * read instead.
 *
 * <p>Callers must make sure that nothing they read was changed within the last {@link #MAX_LAG}.
 */
@ApplicationScoped
public class Replica {

    static final String DATA_SOURCE = "java:app/jdbc/consilium-replica";

    /** The longest time from a commit on the primary until it is visible here, as long as the replica is usable. */
    public static final Duration MAX_LAG = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(Replica.class.getName());

    /** Together with the time between two checks and the duration of one, less than {@link #MAX_LAG}. */
    private static final Duration MAX_LAG_SEEN = Duration.ofSeconds(2);

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
    private static final Duration CHECK_TTL = Duration.ofSeconds(2);

    private static final String BEAT = "UPDATE replica_heartbeat SET beat_at = UTC_TIMESTAMP(6)"
            + " WHERE id = 1 AND beat_at < UTC_TIMESTAMP(6) - INTERVAL 800000 MICROSECOND";

    private static final String BEHIND =
            "SELECT TIMESTAMPDIFF(MICROSECOND, beat_at, UTC_TIMESTAMP(6)) FROM replica_heartbeat WHERE id = 1";

    @Resource(lookup = Schema.READS)
    private DataSource primary;

    @Resource(lookup = DATA_SOURCE)
    private DataSource replica;

    @Resource
    private ManagedScheduledExecutorService threads;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @Inject
    @ConfigProperty(name = "consilium.database.replica-url")
    private Optional<String> address;

    /** A time of {@link System#nanoTime}. */
    private volatile long usableUntil = System.nanoTime();

    private @Nullable Future<?> checking;

    /** Checks it from now on, if there is one. */
    void follow() {
        if (isConfigured()) {
            checking = threads.scheduleWithFixedDelay(this::check, 0, CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void leave() {
        if (checking != null) {
            checking.cancel(true);
        }
    }

    /** Whether this node has a replica, usable or not. */
    public boolean isConfigured() {
        return address.isPresent();
    }

    /** Whether it answers and has caught up. */
    public boolean isUsable() {
        return isConfigured() && usableUntil - System.nanoTime() > 0;
    }

    /** From now on, the transaction reads from the replica until it writes. */
    public void useInTransaction() {
        transaction.putResource(ReadSource.REPLICA, this);
    }

    /** From now on, the transaction reads from the primary, where a recent write is visible. */
    public void leaveInTransaction() {
        transaction.putResource(ReadSource.REPLICA, null);
    }

    /** A working connection; none if the replica does not answer, which then is not used until the next check. */
    @Nullable
    Connection connect() {
        try {
            return replica.getConnection();
        } catch (SQLException failure) {
            usableUntil = System.nanoTime();
            LOG.log(Level.WARNING, failure, () -> "the replica does not answer: " + failure.getMessage());
            return null;
        }
    }

    private void check() {
        long began = System.nanoTime();
        try {
            beat();
            if (microsecondsBehind() < TimeUnit.MICROSECONDS.convert(MAX_LAG_SEEN)) {
                usableUntil = began + CHECK_TTL.toNanos();
            }
        } catch (SQLException | IllegalStateException failure) {
            // an exception that leaves this method would cancel all further checks
            LOG.log(Level.FINE, "the replica could not be checked", failure);
        }
    }

    private void beat() throws SQLException {
        try (Connection connection = primary.getConnection();
                Statement statement = connection.createStatement()) {
            int written = statement.executeUpdate(BEAT);
            LOG.log(Level.FINEST, "rows written: {0}", written);
        }
    }

    private long microsecondsBehind() throws SQLException {
        try (Connection connection = replica.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(BEHIND)) {
            return rows.next() ? rows.getLong(1) : Long.MAX_VALUE;
        }
    }
}
