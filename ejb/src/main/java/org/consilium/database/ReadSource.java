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
 * Where EclipseLink gets a connection for a query, until the transaction writes: the usual one, or where the
 * transaction wishes it, one of the replica's, the same until the transaction ends. A replica that does not answer is
 * not waited for.
 */
final class ReadSource implements DataSource {

    /** The name under which a transaction holds the replica that it wishes to read from. */
    static final String WISH = ReadSource.class.getName() + ".wish";

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
        if (transaction.getTransactionKey() != null && transaction.getResource(WISH) instanceof Replica replica) {
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
            transaction.putResource(WISH, null);
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

    @SuppressWarnings("BanJNDI") // the name is this constant, and nobody else's to give; nothing is injected here
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
            // what is written is written elsewhere
        }

        @Override
        public void afterCompletion(int status) {
            try {
                connection.close();
            } catch (SQLException failure) {
                LOG.log(Level.FINE, "closed already", failure);
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
