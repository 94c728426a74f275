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
 * Gives EclipseLink connections for queries before the transaction writes: to the primary, or if the transaction asks
 * for it, to the replica, and then the same one until the transaction ends. It falls back to the primary at once when
 * the replica does not answer.
 */
final class ReadSource implements DataSource {

    /** The transaction's resource that holds the replica to read from. */
    static final String REPLICA = ReadSource.class.getName() + ".replica";

    private static final String OPEN = ReadSource.class.getName() + ".open";

    private static final Logger LOG = Logger.getLogger(ReadSource.class.getName());

    private final DataSource usual;
    private @Nullable TransactionSynchronizationRegistry registry;

    ReadSource(DataSource usual) {
        this.usual = usual;
    }

    @Override
    public Connection getConnection() throws SQLException {
        TransactionSynchronizationRegistry transaction = transaction();
        if (transaction.getTransactionKey() != null && transaction.getResource(REPLICA) instanceof Replica replica) {
            Connection open = (Connection) transaction.getResource(OPEN);
            if (open == null) {
                open = open(transaction, replica);
            }
            if (open != null) {
                return open;
            }
        }
        return usual.getConnection();
    }

    private static @Nullable Connection open(TransactionSynchronizationRegistry transaction, Replica replica) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return null;
        }
        Connection connection = replica.connect();
        if (connection == null) {
            transaction.putResource(REPLICA, null);
            return null;
        }
        transaction.registerInterposedSynchronization(new ClosedAtTheEnd(connection));
        Connection kept = (Connection) Proxy.newProxyInstance(
                ReadSource.class.getClassLoader(), new Class<?>[] {Connection.class}, keptOpen(connection));
        transaction.putResource(OPEN, kept);
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

    @SuppressWarnings("BanJNDI") // the name is a constant, and nothing can be injected here
    private TransactionSynchronizationRegistry transaction() throws SQLException {
        TransactionSynchronizationRegistry known = registry;
        if (known == null) {
            try {
                known = InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
            } catch (NamingException missing) {
                throw new SQLException("there are no transactions", missing);
            }
            registry = known;
        }
        return known;
    }

    private record ClosedAtTheEnd(Connection connection) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // the replica is only read
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
        return usual.getConnection(user, password);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return usual.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) throws SQLException {
        usual.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        usual.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return usual.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return LOG;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return usual.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return usual.isWrapperFor(type);
    }
}
