package org.consilium.database;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;

/** How a transaction failed, as far as that decides whether it may succeed if it is run again. */
public enum Failure {
    /** The database rolled it back in favor of another one: a deadlock, or a row that was locked for too long. */
    CONFLICT,
    /** The pool had no connection left. */
    EXHAUSTED,
    /**
     * The connection was lost, or could not be opened. If that happened during the commit, nobody knows whether the
     * transaction was committed.
     */
    OUTAGE,
    OTHER;

    /** ER_LOCK_DEADLOCK and ER_LOCK_WAIT_TIMEOUT of MySQL and MariaDB. */
    private static final int DEADLOCK = 1213;

    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int MAX_CAUSES = 20;

    /** In the message with which the server's pool reports that no connection was free in time. */
    private static final String MAX_WAIT = "max-wait-time";

    /** Whether the transaction may succeed if it is run again, or the database does not answer. */
    public static boolean mayPass(Throwable failure) {
        return of(failure) != OTHER;
    }

    static Failure of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (isConflict(cause)) {
                return CONFLICT;
            }
            if (Outage.isSaidBy(cause)) {
                return String.valueOf(cause.getMessage()).contains(MAX_WAIT) ? EXHAUSTED : OUTAGE;
            }
            cause = cause.getCause();
        }
        return OTHER;
    }

    /** Whether nothing came back in time. */
    static boolean isTimeout(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof SQLTransactionRollbackException
                || (failure instanceof SQLException sql
                        && (sql.getErrorCode() == DEADLOCK || sql.getErrorCode() == LOCK_WAIT_TIMEOUT));
    }
}
