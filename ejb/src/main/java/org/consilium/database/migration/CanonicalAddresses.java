package org.consilium.database.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.platform.Mailbox;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Migration V10: rewrites e-mail addresses that are not pure ASCII to their canonical form, which SQL cannot make. The
 * others are stored in lower case already, which is their canonical form. An address whose canonical form has another
 * account remains as it is.
 */
public final class CanonicalAddresses implements JavaMigration {
    private static final Logger LOG = Logger.getLogger(CanonicalAddresses.class.getName());

    private static final String FOREIGN = "SELECT id, email FROM account WHERE LENGTH(email) <> CHAR_LENGTH(email)";
    private static final String REWRITE = "UPDATE account SET email = ?, version = version + 1 WHERE id = ?";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("10");
    }

    @Override
    public String getDescription() {
        return "canonical addresses";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        for (Map.Entry<Long, String> account : foreign(connection).entrySet()) {
            String canonical = Mailbox.of(account.getValue()).address();
            if (!canonical.equals(account.getValue())) {
                rewrite(connection, account.getKey(), canonical);
            }
        }
    }

    private static Map<Long, String> foreign(Connection connection) throws SQLException {
        Map<Long, String> found = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(FOREIGN)) {
            while (rows.next()) {
                found.put(rows.getLong("id"), rows.getString("email"));
            }
        }
        return found;
    }

    private static void rewrite(Connection connection, long account, String canonical) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REWRITE)) {
            statement.setString(1, canonical);
            statement.setLong(2, account);
            statement.executeUpdate();
        } catch (SQLIntegrityConstraintViolationException taken) {
            LOG.log(Level.WARNING, "two accounts have the same canonical address: one remains as it is", taken);
        }
    }
}
