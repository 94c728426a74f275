package org.consilium.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;

/**
 * Gives EclipseLink connections for transactions that write; none while the primary is known to be down, and none to a
 * call that reads from a replica because the primary has failed it.
 */
final class WriteSource extends ForwardingSource {

    private final DataSource pool;

    WriteSource(DataSource pool) {
        this.pool = pool;
    }

    @Override
    DataSource source() {
        return pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        requirePrimary();
        return pool.getConnection();
    }

    static void requirePrimary() throws SQLTransientConnectionException {
        if (CircuitBreaker.PRIMARY.isOpen() || Route.onlyReplica() != null) {
            throw new SQLTransientConnectionException("the primary database does not answer");
        }
    }
}
