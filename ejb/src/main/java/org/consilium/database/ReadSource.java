package org.consilium.database;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives EclipseLink connections for queries before the transaction writes: the same one for all of them until the
 * transaction ends. That is one to the primary, or once the transaction asks for it, to the replica. It falls back to
 * the primary at once when the replica does not answer.
 */
final class ReadSource implements DataSource {

    /** The transaction's resource that holds the replica to read from. */
    static final String REPLICA = ReadSource.class.getName() + ".replica";

    private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";
    private static final String OPEN = ReadSource.class.getName() + ".open";
    private static final String OPEN_REPLICA = ReadSource.class.getName() + ".open-replica";

    private static final Logger LOG = Logger.getLogger(ReadSource.class.getName());

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
            return primary().getConnection();
        }
        Connection ofReplica = ofReplica(transaction);
        if (ofReplica != null) {
            return ofReplica;
        }
        Connection open = openIn(transaction);
        // the driver closes a connection that has failed, and EclipseLink asks for another
        return open == null || open.isClosed()
                ? kept(transaction, OPEN, primary().getConnection())
                : open;
    }

    /** The connection to the primary that the transaction reads from, if it has one. */
    static @Nullable Connection openIn(TransactionSynchronizationRegistry transaction) {
        return transaction.getTransactionKey() == null ? null : (Connection) transaction.getResource(OPEN);
    }

    private static @Nullable Connection ofReplica(TransactionSynchronizationRegistry transaction) throws SQLException {
        if (!(transaction.getResource(REPLICA) instanceof Replica replica)) {
            return null;
        }
        Connection open = (Connection) transaction.getResource(OPEN_REPLICA);
        if (open != null && !open.isClosed()) {
            return open;
        }
        Connection connection = replica.connect();
        if (connection == null) {
            transaction.putResource(REPLICA, null);
            return null;
        }
        return kept(transaction, OPEN_REPLICA, connection);
    }

    private static Connection kept(TransactionSynchronizationRegistry transaction, String name, Connection connection) {
        transaction.registerInterposedSynchronization(new ClosedAtTheEnd(connection));
        Connection kept = (Connection) Proxy.newProxyInstance(
                ReadSource.class.getClassLoader(), new Class<?>[] {Connection.class}, keptOpen(connection));
        transaction.putResource(name, kept);
        return kept;
    }

    private static InvocationHandler keptOpen(Connection connection) {
        return (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause() == null ? failure : failure.getCause();
            }
        };
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

    private DataSource primary() {
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

    private record ClosedAtTheEnd(Connection connection) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // it is only read
        }

        @Override
        public void afterCompletion(int status) {
            try {
                connection.close();
            } catch (SQLException failure) {
                LOG.log(Level.FINE, "already closed", failure);
            }
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return primary().getConnection(user, password);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return primary().getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) throws SQLException {
        primary().setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        primary().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return primary().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return LOG;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return primary().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return primary().isWrapperFor(type);
    }
}
