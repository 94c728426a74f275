package org.consilium.server.session.store;

import java.io.Serial;

/** A request would make its session larger than a session may be; nothing of its changes is saved. */
public final class SessionTooLargeException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public SessionTooLargeException(long bytes) {
        super("its " + bytes + " bytes are more than " + SessionPolicy.MAX_BYTES);
    }
}
