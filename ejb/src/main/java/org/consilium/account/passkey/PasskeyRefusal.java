package org.consilium.account.passkey;

import java.io.Serial;
import java.util.Arrays;

/** Why an answer of a browser is refused, for the log alone. */
final class PasskeyRefusal extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The classes in which the library verifies step by step. */
    private static final String STEP = "$Step";

    private PasskeyRefusal(String reason) {
        super(reason);
    }

    /** Refuses, unless the condition holds. */
    static void unless(boolean condition, String reason) throws PasskeyRefusal {
        if (!condition) {
            throw new PasskeyRefusal(reason);
        }
    }

    /**
     * The reason, without anything that was sent, as the messages of other exceptions may quote it: of the library, the
     * step that failed.
     */
    static String reason(Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return failure instanceof PasskeyRefusal
                ? String.valueOf(failure.getMessage())
                : Arrays.stream(cause.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .filter(name -> name.contains(STEP))
                        .findFirst()
                        .map(name -> name.substring(name.lastIndexOf('.') + 1))
                        .orElseGet(() -> failure.getClass().getSimpleName());
    }
}
