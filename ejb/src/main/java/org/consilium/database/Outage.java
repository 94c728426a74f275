package org.consilium.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import javax.transaction.xa.XAException;

/**
 * Tells that the database cannot be reached, or has no connection left to give, from all that can go wrong with a
 * query.
 */
public final class Outage {

    /** SQLSTATE class 08: connection exception (ISO 9075-2, table 38). */
    private static final String CONNECTION = "08";

    /** How the server's pool begins what it says when it has no connection to give. */
    private static final String NO_CONNECTION = "Error in allocating a connection";

    private Outage() {}

    /** Whether this failure, not one of its causes, says so. */
    public static boolean isSaidBy(Throwable failure) {
        return failure instanceof SQLTransientException
                || failure instanceof SQLNonTransientConnectionException
                || (failure instanceof SQLException sql && isConnection(sql))
                || (failure instanceof XAException commit && isLost(commit));
    }

    /**
     * Whether the connection has gone in the middle of a commit, of which the server tells nothing but that the
     * database failed (XAER_RMERR): MySQL checks all that it could refuse before that.
     */
    private static boolean isLost(XAException commit) {
        return commit.errorCode == XAException.XAER_RMERR || commit.errorCode == XAException.XAER_RMFAIL;
    }

    private static boolean isConnection(SQLException failure) {
        String state = failure.getSQLState();
        String message = failure.getMessage();
        return (state != null && state.startsWith(CONNECTION))
                || (message != null && message.startsWith(NO_CONNECTION));
    }
}
