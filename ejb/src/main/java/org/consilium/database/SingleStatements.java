package org.consilium.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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
            runOnPrimary(sql, values);
            return true;
        } catch (SQLException failure) {
            LOG.log(Level.WARNING, failure, () -> "a statement was not run: " + failure.getSQLState());
            return false;
        }
    }

    /**
     * Runs a statement that must not be lost.
     *
     * @param values of its parameters, in their order
     * @throws DatabaseUnavailableException if the primary does not answer
     * @throws PersistenceException if it does not take the statement
     */
    public void require(String sql, List<? extends @Nullable Object> values) {
        try {
            runOnPrimary(sql, values.toArray());
        } catch (SQLException failure) {
            if (Failure.mayPass(failure)) {
                throw new DatabaseUnavailableException("a statement of its own", failure);
            }
            throw new PersistenceException(failure);
        }
    }

    private void runOnPrimary(String sql, @Nullable Object... values) throws SQLException {
        WriteSource.requirePrimary();
        Connection open = ReadSource.openIn(transaction);
        if (open == null) {
            try (Connection connection = primary.getConnection()) {
                run(connection, sql, values);
            }
        } else {
            run(open, sql, values);
        }
    }

    private static void run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            int changed = statement.executeUpdate();
            LOG.log(Level.FINEST, "rows changed: {0}", changed);
        }
    }
}
