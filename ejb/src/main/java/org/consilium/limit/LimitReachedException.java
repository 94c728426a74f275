package org.consilium.limit;

import jakarta.ejb.ApplicationException;
import java.io.Serial;
import java.time.Duration;

/** A rate limit is reached; the same call is allowed again after a while. */
@ApplicationException(rollback = true)
public class LimitReachedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Limit limit;
    private final Duration wait;

    public LimitReachedException(Limit limit, Duration wait) {
        super("limit reached: " + limit);
        this.limit = limit;
        this.wait = wait;
    }

    public Limit limit() {
        return limit;
    }

    /** How long to wait before the same is allowed. */
    public Duration waiting() {
        return wait;
    }
}
