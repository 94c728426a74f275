package org.consilium.database;

import jakarta.ejb.ApplicationException;
import java.io.Serial;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row would have had a unique key that another row has: two requests did the same at the same moment. The database's
 * own message quotes the value, such as an e-mail address; this one has only the name of the key.
 */
@ApplicationException(rollback = true)
public class DuplicateKeyException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** ER_DUP_ENTRY of MySQL and MariaDB. */
    private static final int DUPLICATE_ENTRY = 1062;

    /** The end of the message; MySQL puts the table before the key. */
    private static final Pattern KEY = Pattern.compile("for key '(?:[\\w$]+\\.)?([\\w$]+)'$");

    private static final int MAX_CAUSES = 20;

    private final String key;

    /** @param key as the schema names it */
    public DuplicateKeyException(String key) {
        super("another row has the same " + key);
        this.key = key;
    }

    /** Whether this is the key, as the schema names it. */
    public boolean isOf(String uniqueKey) {
        return key.equals(uniqueKey);
    }

    /** Whether this failure, regardless of its causes, means a duplicate. */
    public static boolean isSaidBy(Throwable failure) {
        return failure instanceof DuplicateKeyException
                || (failure instanceof SQLException sql && sql.getErrorCode() == DUPLICATE_ENTRY);
    }

    /** The exception for a failure that the database caused, if it means a duplicate. */
    static Optional<DuplicateKeyException> in(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (isSaidBy(cause)) {
                return Optional.of(new DuplicateKeyException(keyIn(cause.getMessage())));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static String keyIn(@Nullable String message) {
        Matcher key = KEY.matcher(String.valueOf(message));
        return key.find() ? key.group(1) : "unique key";
    }
}
