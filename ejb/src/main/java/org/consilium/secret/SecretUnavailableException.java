package org.consilium.secret;

import java.io.Serial;

/** A secret cannot be read. */
public class SecretUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    SecretUnavailableException(String arn, Throwable cause) {
        super("the secret cannot be read: " + arn, cause);
    }
}
