package org.consilium.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.consilium.local.database.Database;
import org.consilium.local.process.StartException;
import org.consilium.local.store.Bucket;

/**
 * Fills an empty database with invented people, their consultations and their photos, in one transaction. An
 * interrupted load leaves only unreferenced photos, which the next load overwrites.
 */
public final class DemoData {
    /**
     * The key, for {@code consilium.secret.keys}, that has encrypted the authenticators of the demo. It must not be the
     * first one, with which the application encrypts.
     */
    public static final String SECRET_KEY = "everybody-knows-this-key-of-the-demo";

    private static final int NO_SUCH_TABLE = 1146;

    private final Database database;
    private final Bucket bucket;

    public DemoData(Database database, Bucket bucket) {
        this.database = database;
        this.bucket = bucket;
    }

    /**
     * Loads the demo data unless the database has accounts already.
     *
     * @return whether this call has loaded it
     */
    public boolean load() {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            if (count(connection, "SELECT COUNT(*) FROM account") > 0) {
                return false;
            }
            List<StoredPhoto> photos = new PhotoStore(bucket).store();
            fill(connection, photos);
            connection.commit();
            return true;
        } catch (SQLException e) {
            throw new StartException("the demo data does not fit the schema: " + e.getMessage());
        }
    }

    /** Whether the database has the demo data. */
    public boolean isLoaded() {
        try (Connection connection = database.connect()) {
            return count(connection, "SELECT COUNT(*) FROM account WHERE email = 'patient@example.org'") > 0;
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_TABLE) {
                return false;
            }
            throw new StartException("the database failed: " + e.getMessage());
        }
    }

    private static void fill(Connection connection, List<StoredPhoto> photos) throws SQLException {
        run(connection, "people.sql");
        for (StoredPhoto photo : photos) {
            photo.insertInto(connection);
        }
        run(connection, "consultations.sql");
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : read(script).split(";\\R", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static String read(String script) {
        try (InputStream content = DemoData.class.getResourceAsStream(script)) {
            if (content == null) {
                throw new StartException("the demo's " + script + " is not on the class path");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StartException("cannot read the demo's " + script + ": " + e.getMessage());
        }
    }
}
