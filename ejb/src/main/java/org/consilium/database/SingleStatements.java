package org.consilium.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Changes data that may be lost, such as reading positions, without a transaction around it: by one statement on the
 * primary, on the connection that the caller's transaction reads from, if it does.
 */
@ApplicationScoped
public class SingleStatements {

    private static final Logger LOG = Logger.getLogger(SingleStatements.class.getName());

    @Resource(lookup = Schema.READS)
    private DataSource primary;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    /**
     * Runs a statement; if the database does not take it, it is as if it had never been asked for.
     *
     * @param values of its parameters, in their order
     * @return whether the database took it
     */
    public boolean run(String sql, Object... values) {
        try {
            WriteSource.requirePrimary();
            Connection open = ReadSource.openIn(transaction);
            if (open == null) {
                try (Connection connection = primary.getConnection()) {
                    run(connection, sql, values);
                }
            } else {
                run(open, sql, values);
            }
            return true;
        } catch (SQLException failure) {
            LOG.log(Level.WARNING, failure, () -> "a statement was not run: " + failure.getSQLState());
            return false;
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            int changed = statement.executeUpdate();
            LOG.log(Level.FINEST, "rows changed: {0}", changed);
        }
    }
}
