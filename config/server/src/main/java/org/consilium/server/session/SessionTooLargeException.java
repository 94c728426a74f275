package org.consilium.server.session;

import java.io.Serial;
import org.consilium.server.session.store.SessionPolicy;

/** A request would make its session larger than a session may be; nothing of its changes is saved. */
final class SessionTooLargeException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    SessionTooLargeException(long bytes) {
        super("its " + bytes + " bytes are more than " + SessionPolicy.MAX_BYTES);
    }
}
