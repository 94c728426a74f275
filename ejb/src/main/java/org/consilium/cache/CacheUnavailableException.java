package org.consilium.cache;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** Redis did not answer in time; a retry may succeed. */
@ApplicationException(rollback = true)
public class CacheUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public CacheUnavailableException(Throwable cause) {
        super("Redis does not answer", cause);
    }
}
