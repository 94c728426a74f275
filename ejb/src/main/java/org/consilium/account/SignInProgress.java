package org.consilium.account;

import java.util.Optional;
import org.consilium.access.Caller;

/**
 * How far somebody has come who has entered the right password.
 *
 * @param caller empty if a second step is needed
 * @param ticket for the second step; empty if none is needed
 * @param settingUp whether the second step is to set up a second factor, which the account needs and does not have
 */
public record SignInProgress(Optional<Caller> caller, String ticket, boolean settingUp) {

    static SignInProgress complete(Caller caller) {
        return new SignInProgress(Optional.of(caller), "", false);
    }

    static SignInProgress pending(String ticket, boolean settingUp) {
        return new SignInProgress(Optional.empty(), ticket, settingUp);
    }

    /** Without the ticket. */
    @Override
    public String toString() {
        return "SignInProgress";
    }
}
