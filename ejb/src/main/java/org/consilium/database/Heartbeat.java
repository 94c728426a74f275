package org.consilium.database;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Asks the databases each second whether they answer: the primary on a connection of its own, so that a full pool does
 * not look like an outage. If there are replicas, it writes the row on the primary that tells their lag. The second
 * beat that fails opens the circuit of the primary, and the first that succeeds closes it.
 */
@ApplicationScoped
public class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final String BEAT = "UPDATE replica_heartbeat SET beat_at = UTC_TIMESTAMP(6)"
            + " WHERE id = 1 AND beat_at < UTC_TIMESTAMP(6) - INTERVAL 800000 MICROSECOND";

    @Inject
    private Replicas replicas;

    @Resource
    private ManagedScheduledExecutorService threads;

    @Inject
    @ConfigProperty(name = "consilium.database.url")
    private String url;

    private @Nullable Connection primary;
    private boolean missed;
    private @Nullable Future<?> beating;

    synchronized void begin() {
        beating = threads.scheduleWithFixedDelay(this::beat, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    synchronized void end() {
        if (beating != null) {
            beating.cancel(true);
        }
        forget();
    }

    private synchronized void beat() {
        boolean answers = answers();
        if (answers) {
            CircuitBreaker.PRIMARY.close();
        } else if (missed) {
            CircuitBreaker.PRIMARY.open();
        }
        missed = !answers;
        try {
            replicas.check(answers);
        } catch (IllegalStateException failure) {
            // an exception that leaves this method would cancel all further beats
            LOG.log(Level.FINE, "the replicas could not be checked", failure);
        }
    }

    private boolean answers() {
        try {
            Connection connection = connection();
            if (replicas.isConfigured()) {
                write(connection);
                return true;
            }
            return connection.isValid(0);
        } catch (SQLException failure) {
            LOG.log(Level.FINE, "the primary does not answer", failure);
            forget();
            return false;
        }
    }

    private Connection connection() throws SQLException {
        Connection known = primary;
        if (known == null || !known.isValid(0)) {
            forget();
            ConnectionSource source = new ConnectionSource();
            source.setUrl(url);
            source.setConnectTimeout((int) ConnectionSource.PING.toMillis());
            source.setSocketTimeout((int) ConnectionSource.PING.toMillis());
            source.setCacheServerConfiguration(true);
            source.setSessionVariables(Schema.SESSION_VARIABLES);
            known = source.getConnection();
            primary = known;
        }
        return known;
    }

    private static void write(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int written = statement.executeUpdate(BEAT);
            LOG.log(Level.FINEST, "rows written: {0}", written);
        }
    }

    private void forget() {
        Connection known = primary;
        primary = null;
        if (known != null) {
            try {
                known.abort(Runnable::run);
            } catch (SQLException closed) {
                LOG.log(Level.FINE, "already closed", closed);
            }
        }
    }
}
