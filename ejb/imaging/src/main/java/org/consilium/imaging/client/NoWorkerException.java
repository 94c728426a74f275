package org.consilium.imaging.client;

import java.io.Serial;

/** This machine cannot start a worker process just now. */
public final class NoWorkerException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    NoWorkerException(Throwable cause) {
        super("no worker process can be started", cause);
    }
}
