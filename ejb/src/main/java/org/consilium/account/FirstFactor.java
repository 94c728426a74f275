package org.consilium.account;

import java.util.List;
import org.consilium.access.Caller;

/**
 * Somebody who has set up their first second factor while signing in, and is let in.
 *
 * @param recoveryCodes for when it is lost; they cannot be read later
 */
public record FirstFactor(Caller caller, List<String> recoveryCodes) {
    public FirstFactor {
        recoveryCodes = List.copyOf(recoveryCodes);
    }

    /** Without the codes. */
    @Override
    public String toString() {
        return "FirstFactor";
    }
}
