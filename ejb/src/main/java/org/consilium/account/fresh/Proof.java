package org.consilium.account.fresh;

import org.consilium.account.password.TypedPassword;
import org.consilium.platform.ShortValue;
import org.jspecify.annotations.Nullable;

/**
 * By which somebody who has signed in proves once more who they are.
 *
 * @param password null if it was left out
 * @param oneTimeCode of the authenticator, or a recovery code; null if it was left out
 */
public record Proof(
        @TypedPassword @Nullable String password,
        @ShortValue @Nullable String oneTimeCode) {

    /** A password alone. */
    public static Proof password(@Nullable String password) {
        return new Proof(password, null);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Proof";
    }
}
