package org.consilium.limit;

import org.consilium.platform.Mailbox;

/**
 * The e-mail address that somebody signs in with. It counts in its canonical form, by which its account is found: no
 * spelling gets guesses of its own.
 */
public record SignInName(String email) {
    String countedAs() {
        return Mailbox.of(email).address();
    }
}
