package org.consilium.aws.capacity.answers;

import java.io.Serial;

/** A file of answers or prices has an invalid value; the message names the key and the reason. */
public class RefusedFileException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public RefusedFileException(String key, String why) {
        super(key + ": " + why);
    }
}
