package org.consilium.ear.stand;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.consilium.local.database.Database;

/** The tables of a trail, for the administrator of their database, who can change what the application cannot. */
public final class StoredTrail {
    /** How long an entry may wait for its seal. */
    public static final Duration WINDOW = Duration.ofSeconds(10);

    private final String schema;

    private StoredTrail(String schema) {
        this.schema = schema;
    }

    /** That of a node's database. */
    public static StoredTrail of(Database database) {
        return new StoredTrail(Trail.schema(database));
    }

    public String schema() {
        return schema;
    }

    /** The whole name of a table. */
    public String table(String table) {
        return schema + "." + table;
    }

    public long number(String sql) {
        return Long.parseLong(column(sql).getFirst());
    }

    /** The first column of what a query finds. */
    public List<String> column(String sql) {
        try (Connection connection =
                        Stand.get().databaseServer().administrator().connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    /** All statements in one transaction. */
    public void change(String... statements) {
        try (Connection connection =
                        Stand.get().databaseServer().administrator().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new AssertionError(String.join("; ", statements), failure);
        }
    }

    public long newestEntry() {
        return number("SELECT COALESCE(MAX(id), 0) FROM " + table("entry"));
    }

    public long sealedUpTo() {
        return number("SELECT COALESCE(MAX(up_to), 0) FROM " + table("seal"));
    }

    public long newestSeal() {
        return number("SELECT COALESCE(MAX(number), 0) FROM " + table("seal"));
    }

    /** Waits until everything that is there now is sealed. */
    public void awaitSealed() {
        long newest = newestEntry();
        await("a seal over entry " + newest).atMost(WINDOW).until(() -> sealedUpTo() >= newest);
    }
}
