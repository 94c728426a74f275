package org.consilium.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import javax.transaction.xa.XAException;

/**
 * Recognizes failures that mean that the database is unreachable or has no connection left, among all that can go wrong
 * with a query.
 */
public final class Outage {

    /** SQLSTATE class 08: connection exception (ISO 9075-2, table 38). */
    private static final String CONNECTION = "08";

    /** The start of the message with which the server's pool reports that it has no connection left. */
    private static final String NO_CONNECTION = "Error in allocating a connection";

    private Outage() {}

    /** Whether this failure, regardless of its causes, means an outage. */
    public static boolean isSaidBy(Throwable failure) {
        return failure instanceof SQLTransientException
                || failure instanceof SQLNonTransientConnectionException
                || (failure instanceof SQLException sql && isConnection(sql))
                || (failure instanceof XAException commit && isLost(commit));
    }

    /**
     * Whether the connection was lost in the middle of a commit. The server reports only that the database failed
     * (XAER_RMERR); it is no refusal, since MySQL makes all its checks before the commit.
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
