package org.consilium.database;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives EclipseLink connections for queries before the transaction writes: the same one for all of them until the
 * transaction ends. That is one to the primary, or once the transaction asks for it, to a replica. It falls back to the
 * primary at once when the replica does not answer. If the whole call is to be answered by a replica, it does not.
 */
final class ReadSource extends ForwardingSource {

    /** The transaction's resource that holds the replica to read from. */
    static final String REPLICA = ReadSource.class.getName() + ".replica";

    private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";
    private static final String OPEN = ReadSource.class.getName() + ".open";
    private static final String OPEN_REPLICA = ReadSource.class.getName() + ".open-replica";

    private static final Logger LOG = Logger.getLogger(ReadSource.class.getName());

    private static final Map<String, ConnectionProxy.Replacement> KEPT_OPEN =
            Map.of("close", (self, opened, arguments) -> null);

    private final DataSource deploying;
    private @Nullable TransactionSynchronizationRegistry registry;
    private @Nullable DataSource primary;

    /** @param deploying for the first connection, before names can be looked up */
    ReadSource(DataSource deploying) {
        this.deploying = deploying;
    }

    @Override
    public Connection getConnection() throws SQLException {
        TransactionSynchronizationRegistry transaction = transaction();
        if (transaction.getTransactionKey() == null || transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return direct();
        }
        Connection ofReplica = ofReplica(transaction);
        if (ofReplica != null) {
            return ofReplica;
        }
        Connection open = openIn(transaction);
        return open == null ? kept(transaction, OPEN, ofPrimary(), null) : alive(open);
    }

    /** A transaction whose connection was lost gets no other: its caller runs all of it again. */
    private static Connection alive(Connection open) throws SQLException {
        if (open.isClosed()) {
            throw new SQLNonTransientConnectionException("the connection of the transaction was lost");
        }
        return open;
    }

    private Connection direct() throws SQLException {
        Replica only = Route.onlyReplica();
        Connection ofReplica = only == null ? null : only.connect();
        return ofReplica == null ? ofPrimary() : ofReplica;
    }

    private Connection ofPrimary() throws SQLException {
        WriteSource.requirePrimary();
        return source().getConnection();
    }

    /** The connection to the primary that the transaction reads from, if it has one. */
    static @Nullable Connection openIn(TransactionSynchronizationRegistry transaction) {
        return transaction.getTransactionKey() == null ? null : (Connection) transaction.getResource(OPEN);
    }

    private static @Nullable Connection ofReplica(TransactionSynchronizationRegistry transaction) throws SQLException {
        Replica replica = replicaOf(transaction);
        if (replica == null) {
            return null;
        }
        Connection open = (Connection) transaction.getResource(OPEN_REPLICA);
        if (open != null) {
            return alive(open);
        }
        Connection connection = replica.connect();
        if (connection == null) {
            transaction.putResource(REPLICA, null);
            return null;
        }
        return kept(transaction, OPEN_REPLICA, connection, replica);
    }

    private static @Nullable Replica replicaOf(TransactionSynchronizationRegistry transaction) {
        Replica only = Route.onlyReplica();
        return only == null ? (Replica) transaction.getResource(REPLICA) : only;
    }

    private static Connection kept(
            TransactionSynchronizationRegistry transaction,
            String name,
            Connection connection,
            @Nullable Replica replica) {
        transaction.registerInterposedSynchronization(new ClosedAtTheEnd(connection, replica));
        Connection kept = ConnectionProxy.of(connection, KEPT_OPEN);
        transaction.putResource(name, kept);
        return kept;
    }

    private TransactionSynchronizationRegistry transaction() throws SQLException {
        TransactionSynchronizationRegistry known = registry;
        if (known == null) {
            try {
                known = lookUp(REGISTRY, TransactionSynchronizationRegistry.class);
            } catch (NamingException missing) {
                throw new SQLException("there are no transactions", missing);
            }
            registry = known;
        }
        return known;
    }

    @Override
    DataSource source() {
        DataSource known = primary;
        if (known == null) {
            try {
                known = lookUp(Schema.READS, DataSource.class);
                primary = known;
            } catch (NamingException early) {
                LOG.log(Level.FINE, "the persistence unit is being deployed", early);
                known = deploying;
            }
        }
        return known;
    }

    @SuppressWarnings("BanJNDI") // the names are constants, and nothing can be injected here
    private static <T> T lookUp(String name, Class<T> type) throws NamingException {
        return type.cast(InitialContext.doLookup(name));
    }

    private record ClosedAtTheEnd(
            Connection connection, @Nullable Replica replica) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // it is only read
        }

        @Override
        public void afterCompletion(int status) {
            try {
                if (replica != null && connection.isClosed()) {
                    replica.fails();
                }
                connection.close();
            } catch (SQLException failure) {
                LOG.log(Level.FINE, "already closed", failure);
            }
        }
    }
}
