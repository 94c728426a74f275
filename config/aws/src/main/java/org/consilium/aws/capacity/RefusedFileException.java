package org.consilium.aws.capacity;

import java.io.Serial;

/** A file of answers or prices says something that cannot be meant; the message names the key, and says why. */
public class RefusedFileException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public RefusedFileException(String key, String why) {
        super(key + ": " + why);
    }
}
