package org.consilium.trail.owner;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.trail.TrailSchema;
import org.jspecify.annotations.Nullable;

/**
 * The trail's schema, in one connection of its owner. The connection has a named lock of the server while a command
 * works, so that the lock ends with the work, however that ends.
 */
public final class TrailDatabase implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("^(jdbc:mysql:[^?]*/)([A-Za-z0-9_]+)(\\?.*)?$");

    /** The code of both servers for "lock wait timeout exceeded". */
    private static final int WAITED_TOO_LONG = 1205;

    /**
     * A change of a table waits for the transactions that use it, and the statements of others wait behind it. So it
     * gives way after this time, and tries again.
     */
    private static final int SECONDS_OF_A_TRY = 3;

    private static final int TRIES = 60;

    private final Connection connection;
    private final String schema;

    private TrailDatabase(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /**
     * Connects, and waits for the end of another run.
     *
     * @throws BusyException if the other run does not end in time
     */
    static TrailDatabase open(OwnerSettings settings) throws SQLException {
        Matcher url = URL.matcher(settings.url());
        if (!url.matches()) {
            throw new InvalidSettingsException("consilium.trail.url names no schema");
        }
        MysqlDataSource source = new MysqlDataSource();
        source.setUrl(url.replaceFirst("$1$3"));
        source.setUser(settings.user());
        source.setPassword(settings.password());
        Connection connection = source.getConnection();
        TrailDatabase database = new TrailDatabase(connection, TrailSchema.beside(url.group(2)));
        try {
            database.execute("SET SESSION lock_wait_timeout = " + SECONDS_OF_A_TRY);
            database.lock(settings.patience());
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
        return database;
    }

    private void lock(Duration patience) throws SQLException {
        if (number("SELECT GET_LOCK(?, ?)", schema + ".owner", patience.toSeconds()) != 1) {
            throw new BusyException();
        }
    }

    String schema() {
        return schema;
    }

    /** The qualified name of a table. */
    String table(String name) {
        return '`' + schema + "`." + name;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a statement that needs a table for itself for a moment, when nobody else is using it. */
    void change(String sql) throws SQLException {
        change(() -> execute(sql));
    }

    /** The same for several statements, which are all repeated. */
    void change(Change change) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                change.make();
                return;
            } catch (SQLException busy) {
                if (busy.getErrorCode() != WAITED_TOO_LONG || attempt == TRIES) {
                    throw busy;
                }
                pause();
            }
        }
    }

    /** What a change does. */
    interface Change {
        void make() throws SQLException;
    }

    /** As long as the try was, so that those who waited behind it get on. */
    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(SECONDS_OF_A_TRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Adds rows by one statement for many. */
    void addAll(String sql, List<List<@Nullable String>> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<@Nullable String> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    statement.setString(i + 1, row.get(i));
                }
                statement.addBatch();
            }
            if (statement.executeBatch().length != rows.size()) {
                throw new SQLException("not every row was added");
            }
        }
    }

    /** A count or a key; 0 if there is none. */
    long number(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** The rows of a query. */
    List<@Nullable Object[]> objects(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet result = statement.executeQuery()) {
            int columns = result.getMetaData().getColumnCount();
            List<@Nullable Object[]> rows = new ArrayList<>();
            while (result.next()) {
                @Nullable Object[] row = new Object[columns];
                for (int column = 1; column <= columns; column++) {
                    row[column - 1] = result.getObject(column);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** The rows of a query, as text, without those that begin with a null. */
    List<List<String>> rows(String sql, @Nullable Object... values) throws SQLException {
        return objects(sql, values).stream()
                .filter(row -> row[0] != null)
                .map(row -> Arrays.stream(row).map(String::valueOf).toList())
                .toList();
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
    }

    /** Ends the lock, too. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
