package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.consilium.access.NotFoundException;

/** How the services refuse: in the same words, whether something is not there or not the caller's. */
final class Refusals {

    private static final String WORDS = "no such record for this caller";

    private Refusals() {}

    static void assertNotFound(String what, ThrowingCallable call) {
        assertThatExceptionOfType(NotFoundException.class)
                .as(what)
                .isThrownBy(call)
                .withMessage(WORDS)
                .withNoCause();
    }

    /** Whether a call gets past the access check; what the rules of the feature say then is another matter. */
    static boolean isReached(Runnable call) {
        try {
            call.run();
            return true;
        } catch (NotFoundException refused) {
            return false;
        } catch (RuntimeException rule) {
            return true;
        }
    }
}
