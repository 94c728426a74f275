package org.consilium.server;

import org.jspecify.annotations.Nullable;

/** Payara could not deploy the application. The message is Payara's. */
final class DeploymentFailed extends Exception {
    private static final long serialVersionUID = 1L;

    DeploymentFailed(@Nullable String message, @Nullable Throwable cause) {
        super(message == null ? "the deployment failed" : message, cause);
    }
}
