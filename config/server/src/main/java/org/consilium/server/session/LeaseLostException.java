package org.consilium.server.session;

/** Another request has written the session meanwhile: what this one has changed was not saved. */
final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLostException() {
        super("the lease on the session went to another request: nothing is saved");
    }
}
