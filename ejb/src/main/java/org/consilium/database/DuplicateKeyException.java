package org.consilium.database;

import jakarta.ejb.ApplicationException;
import java.io.Serial;
import java.sql.SQLException;
import java.util.Optional;
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

    /** Before the key's name, at the end of the message. */
    private static final String KEY = "for key '";

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

    /** MySQL puts the table before the key. */
    private static String keyIn(@Nullable String message) {
        String text = String.valueOf(message);
        int begin = text.lastIndexOf(KEY);
        if (begin < 0 || !text.endsWith("'")) {
            return "unique key";
        }
        String name = text.substring(begin + KEY.length(), text.length() - 1);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
