package org.consilium.ear.fault;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;

/**
 * A lock on a consultation in the database: whoever writes to it stands still in the middle of the transaction, until
 * the test lets go.
 */
final class LockedRow implements AutoCloseable {

    private final Connection connection;

    LockedRow(String consultation) {
        try {
            connection = Stand.get().database().connect();
            // or the gap beside the row is locked too, and now and then a new consultation belongs there
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT id FROM consultation WHERE public_id = ? FOR UPDATE")) {
                statement.setString(1, consultation);
                try (ResultSet rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        throw new AssertionError("no consultation " + consultation);
                    }
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until somebody stands before it. */
    void awaitWaiting() {
        awaitWaiting(1);
    }

    /** Waits until so many stand before it. */
    void awaitWaiting(int people) {
        await(people + " transactions that wait for the lock")
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Records.number("SELECT COUNT(*) FROM information_schema.processlist"
                                + " WHERE db = DATABASE() AND info LIKE 'SELECT%FOR UPDATE%'"
                                + " AND info NOT LIKE '%processlist%'")
                        >= people);
    }

    void letGo() {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.close();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        letGo();
    }
}
