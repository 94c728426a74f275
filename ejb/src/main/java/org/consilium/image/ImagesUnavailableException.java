package org.consilium.image;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** Images cannot be taken in just now, for want of the object store or of room on this node: to be tried again. */
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
