package org.consilium.account.factor;

import java.util.Locale;

/** Whether people need a second factor. */
enum SecondFactorRule {
    /** Nobody signs in without one. */
    REQUIRED,
    /** Those have one who want to. */
    OFFERED;

    /** @throws IllegalStateException if the setting has another value */
    static SecondFactorRule of(String setting, String value) {
        try {
            return valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalStateException(setting + " must be required or offered, not " + value, unknown);
        }
    }
}
