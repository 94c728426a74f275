package org.consilium.trail.owner;

import java.io.Serial;

/** Another run has not ended in time. */
public final class BusyException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BusyException() {
        super("another run is at work");
    }
}
