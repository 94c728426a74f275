package org.consilium.storage;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** The object store or KMS did not answer, or answered with an error; the same call may succeed a moment later. */
@ApplicationException(rollback = true)
public class StorageUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public StorageUnavailableException(Throwable cause) {
        super("the object store is not available", cause);
    }
}
