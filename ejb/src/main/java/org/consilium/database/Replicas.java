package org.consilium.database;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The read replicas of the database, if there are any, for reads that may be a moment old. Transactions use them in
 * turn; one that lags too far behind or does not answer is left out. While none is usable, the primary is read.
 *
 * <p>Callers must make sure that nothing they read was changed within the last {@link #MAX_LAG}. While the primary is
 * down, the replicas answer all that only reads, including who may read it.
 */
@ApplicationScoped
public class Replicas {

    /** The longest time from a commit on the primary until it is visible in a replica that is usable. */
    public static final Duration MAX_LAG = Duration.ofSeconds(5);

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @Inject
    @ConfigProperty(name = "consilium.database.replica-url")
    private Optional<String> addresses;

    private final AtomicInteger turn = new AtomicInteger();

    private volatile List<Replica> all = List.of();

    /** Opens them; called once, before the first request. */
    void open() throws SQLException {
        List<Replica> opened = new ArrayList<>();
        for (String address : addresses()) {
            opened.add(new Replica("replica-" + (opened.size() + 1), source(address)));
        }
        all = List.copyOf(opened);
    }

    private List<String> addresses() {
        return addresses.map(text -> List.of(text.strip().split("\\s+"))).orElse(List.of());
    }

    private static DataSource source(String address) throws SQLException {
        ConnectionSource source = new ConnectionSource();
        source.setUrl(address);
        source.setSessionVariables(Schema.SESSION_VARIABLES);
        source.setUseLocalSessionState(true);
        source.setCacheServerConfiguration(true);
        source.setConnectTimeout(Schema.OPEN_MILLIS);
        source.setSocketTimeout(Schema.OPEN_MILLIS);
        return source;
    }

    @PreDestroy
    void close() {
        all.forEach(Replica::close);
    }

    void check(boolean primaryAnswers) {
        all.forEach(replica -> replica.check(primaryAnswers));
    }

    /** Whether this node has replicas, usable or not. */
    public boolean isConfigured() {
        return addresses.isPresent();
    }

    /** Whether one of them answers and has caught up. */
    public boolean isUsable() {
        return all.stream().anyMatch(Replica::isUsable);
    }

    /** Whether the primary is down, and this call reads from a replica alone. */
    public boolean isAlone() {
        return Route.onlyReplica() != null;
    }

    /** From now on, the transaction reads from a replica until it writes. */
    public void useInTransaction() {
        transaction.putResource(ReadSource.REPLICA, next());
    }

    /** From now on, the transaction reads from the primary, where a recent write is visible. */
    public void leaveInTransaction() {
        transaction.putResource(ReadSource.REPLICA, null);
    }

    /** The next one that is usable. */
    @Nullable
    Replica next() {
        List<Replica> known = all;
        if (known.isEmpty()) {
            return null;
        }
        int first = Math.floorMod(turn.getAndIncrement(), known.size());
        return IntStream.range(first, first + known.size())
                .mapToObj(number -> known.get(number % known.size()))
                .filter(Replica::isUsable)
                .findFirst()
                .orElse(null);
    }
}
