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
 * A copy of the database that this node reads from, if it has one, what may be a moment old. It follows the primary by
 * itself; how far it is behind is seen by a row that the nodes write each second. One that is too far behind, or does
 * not answer, is not read from until it has caught up: the primary is.
 *
 * <p>Whoever reads from it must know that nothing of what is shown was changed in the last {@link #MOST_BEHIND}.
 */
@ApplicationScoped
public class Replica {

    static final String DATA_SOURCE = "java:app/jdbc/consilium-replica";

    /** From a commit at the primary to the time when it is seen here, at the latest; or nothing is read here. */
    public static final Duration MOST_BEHIND = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(Replica.class.getName());

    /** With the time between two looks, and that of a look, less than {@link #MOST_BEHIND}. */
    private static final Duration MOST_BEHIND_SEEN = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration LOOK_COUNTS = Duration.ofSeconds(2);

    private static final String BEAT = "UPDATE replica_heartbeat SET beat_at = UTC_TIMESTAMP(6)"
            + " WHERE id = 1 AND beat_at < UTC_TIMESTAMP(6) - INTERVAL 800000 MICROSECOND";

    private static final String BEHIND =
            "SELECT TIMESTAMPDIFF(MICROSECOND, beat_at, UTC_TIMESTAMP(6)) FROM replica_heartbeat WHERE id = 1";

    @Resource(lookup = "java:app/jdbc/consilium")
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

    /** As {@link System#nanoTime} counts; what is before it counts. */
    private volatile long lookCountsUntil = System.nanoTime();

    private @Nullable Future<?> looking;

    /** Looks at it from now on, if there is one. */
    void follow() {
        if (isThere()) {
            looking = threads.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void leave() {
        if (looking != null) {
            looking.cancel(true);
        }
    }

    /** Whether this node has one, in whatever state. */
    public boolean isThere() {
        return address.isPresent();
    }

    /** Whether it can be read from now. */
    public boolean isClose() {
        return isThere() && lookCountsUntil - System.nanoTime() > 0;
    }

    /** From now on until it ends, the transaction reads from the replica what it does not write itself. */
    public void readHere() {
        transaction.putResource(ReadSource.WISH, this);
    }

    /** Whether the transaction does that: what it has read may be a moment old, and nobody should keep it. */
    public boolean isReadHere() {
        return transaction.getTransactionKey() != null && transaction.getResource(ReadSource.WISH) != null;
    }

    /** A connection that works; none when the replica does not answer, and then nobody asks it for a while. */
    @Nullable
    Connection connect() {
        try {
            return replica.getConnection();
        } catch (SQLException failure) {
            lookCountsUntil = System.nanoTime();
            LOG.log(Level.WARNING, failure, () -> "the replica does not answer: " + failure.getMessage());
            return null;
        }
    }

    private void look() {
        long began = System.nanoTime();
        try {
            beat();
            if (microsecondsBehind() < TimeUnit.MICROSECONDS.convert(MOST_BEHIND_SEEN)) {
                lookCountsUntil = began + LOOK_COUNTS.toNanos();
            }
        } catch (SQLException | IllegalStateException failure) {
            // whatever else came out of here would end the looking for good
            LOG.log(Level.FINE, "not looked at", failure);
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
