package org.consilium.image;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** Images cannot be stored or shown at the moment: the object store is unavailable, or this node is busy. Try later. */
@ApplicationException(rollback = true)
public class ImagesUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public ImagesUnavailableException(String message) {
        super(message);
    }

    public ImagesUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
