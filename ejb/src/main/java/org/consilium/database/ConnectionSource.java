package org.consilium.database;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections that give up soon when nothing comes back, so that a page can be answered within two seconds: 0.6
 * seconds until a connection is open ({@code connectTimeout} and {@code socketTimeout} of its URL or properties), 0.5
 * for the pool's ping, and 1.2 for a statement. When a ping finds the server dead, the pool closes all its connections;
 * these are then aborted, as none of them can say goodbye.
 */
public class ConnectionSource extends MysqlDataSource {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The longest wait for an answer to a statement; longer than for a locked row. */
    static final Duration STATEMENT = Duration.ofMillis(1200);

    static final Duration PING = Duration.ofMillis(500);

    /** ER_ACCESS_DENIED_ERROR of MySQL and MariaDB. */
    private static final int ACCESS_DENIED = 1045;

    private static final Duration DEAD = Duration.ofSeconds(2);

    /**
     * After one could not be opened in time, no other is tried: the server's pool would, and so would the error page.
     */
    private static final Duration CLOSED = Duration.ofMillis(500);

    /** Times of {@link System#nanoTime}. */
    private volatile long deadUntil = System.nanoTime();

    private volatile long closedUntil = System.nanoTime();

    /** The driver's other methods come here. */
    @Override
    protected Connection getConnection(Properties settings) throws SQLException {
        if (closedUntil - System.nanoTime() > 0) {
            throw new SQLTransientConnectionException("the database has not answered a moment ago");
        }
        try {
            return prepared(signedIn(remembering(settings)));
        } catch (SQLException failure) {
            if (Failure.isTimeout(failure)) {
                closedUntil = System.nanoTime() + CLOSED.toNanos();
            }
            throw noted(failure);
        }
    }

    /**
     * Each connection keeps what the driver has found in a statement: where its parameters are, and what it does. It
     * keeps more statements than the application has, and longer ones.
     */
    private static Properties remembering(Properties settings) {
        Properties remembering = new Properties();
        remembering.putAll(settings);
        remembering.setProperty("cachePrepStmts", "true");
        remembering.setProperty("prepStmtCacheSize", "250");
        remembering.setProperty("prepStmtCacheSqlLimit", "8192");
        return remembering;
    }

    /** With the present password; if that was rotated a moment ago, with the next. */
    private Connection signedIn(Properties settings) throws SQLException {
        Logins.Login login = Logins.get().current();
        try {
            return super.getConnection(login.in(settings));
        } catch (SQLException failure) {
            Logins.Login next =
                    failure.getErrorCode() == ACCESS_DENIED ? Logins.get().after(login) : login;
            if (next.equals(login)) {
                throw failure;
            }
            return super.getConnection(next.in(settings));
        }
    }

    /** The server's pool and transaction do not say why something failed. */
    static SQLException noted(SQLException failure) {
        if (Failure.isTimeout(failure)) {
            Route.hasTimedOut();
        }
        return failure;
    }

    /** A connection as it is handed out. */
    Connection prepared(Connection opened) throws SQLException {
        opened.setNetworkTimeout(Runnable::run, (int) STATEMENT.toMillis());
        return ConnectionProxy.of(opened, methods());
    }

    /** The methods that its connections do not leave to the driver. */
    Map<String, ConnectionProxy.Replacement> methods() {
        return Map.of(
                "isValid", (self, opened, arguments) -> isValid(opened),
                "getTransactionIsolation", (self, opened, arguments) -> isolation(opened),
                "commit", (self, opened, arguments) -> commit(opened),
                "close", (self, opened, arguments) -> close(opened));
    }

    private boolean isValid(Connection opened) throws SQLException {
        if (opened.isClosed()) {
            return false;
        }
        opened.setNetworkTimeout(Runnable::run, (int) PING.toMillis());
        // without a limit of its own, the driver keeps to the one above, which is shorter than a second
        if (!opened.isValid(0)) {
            deadUntil = System.nanoTime() + DEAD.toNanos();
            return false;
        }
        opened.setNetworkTimeout(Runnable::run, (int) STATEMENT.toMillis());
        return true;
    }

    /**
     * The server's pool asks for it when a connection comes back. One that was lost fails there, or else the next
     * transaction would get it.
     */
    private static int isolation(Connection opened) throws SQLException {
        if (opened.isClosed()) {
            throw new SQLNonTransientConnectionException("the connection was lost");
        }
        return opened.getTransactionIsolation();
    }

    private static @Nullable Object commit(Connection opened) throws SQLException {
        try {
            opened.commit();
            return null;
        } catch (SQLException failure) {
            throw noted(failure);
        }
    }

    private @Nullable Object close(Connection opened) throws SQLException {
        if (deadUntil - System.nanoTime() > 0) {
            opened.abort(Runnable::run);
        } else {
            opened.close();
        }
        return null;
    }
}
