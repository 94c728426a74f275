package org.consilium.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Reads by SQL that JPQL has no words for, from where the transaction reads anyway. EclipseLink would begin to write,
 * as it cannot know that a statement of SQL does not.
 */
@ApplicationScoped
public class NativeReads {

    @Resource(lookup = Schema.READS)
    private DataSource primary;

    private DataSource source;

    @PostConstruct
    void open() {
        source = new ReadSource(primary);
    }

    /**
     * The rows of a query, as the driver reads them: a DATETIME is a {@link java.time.LocalDateTime} in UTC.
     *
     * @param values of its parameters, in their order
     */
    public List<Object[]> rows(String sql, List<Object> values) {
        try (Connection connection = source.getConnection()) {
            try {
                return rows(connection, sql, values);
            } catch (SQLException failure) {
                if (!connection.isClosed()) {
                    throw failure;
                }
            }
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
        // the driver closes a connection that has failed; the next one may be to a database that answers
        try (Connection other = source.getConnection()) {
            return rows(other, sql, values);
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    /**
     * The rows of a query on the primary, among them those of transactions that have not committed, and may never: it
     * is for looking whether somebody is about to write something, not for what that is.
     *
     * @param values of its parameters, in their order
     */
    public List<Object[]> uncommitted(String sql, List<Object> values) {
        try {
            WriteSource.requirePrimary();
            try (Connection connection = primary.getConnection()) {
                int usual = connection.getTransactionIsolation();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
                try {
                    return rows(connection, sql, values);
                } finally {
                    if (!connection.isClosed()) {
                        connection.setTransactionIsolation(usual);
                    }
                }
            }
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private static List<Object[]> rows(Connection connection, String sql, List<Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet found = statement.executeQuery()) {
                List<Object[]> rows = new ArrayList<>();
                int columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    Object[] row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = found.getObject(i + 1);
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }
}
