package org.consilium.local.redis;

/** Redis has refused a command, or cannot be reached; the message is its own. */
public final class RedisException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RedisException(String message) {
        super(message);
    }

    RedisException(String message, Throwable cause) {
        super(message, cause);
    }
}
