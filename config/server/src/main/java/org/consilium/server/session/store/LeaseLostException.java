package org.consilium.server.session.store;

/** Another request has written the session in the meantime, so that the changes of this one were not saved. */
public final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLostException() {
        super("another request took the lease on the session: nothing was saved");
    }
}
