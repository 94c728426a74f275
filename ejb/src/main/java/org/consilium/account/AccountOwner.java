package org.consilium.account;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who can sign in, as the one who gets letters.
 *
 * @param language empty if it is not known
 * @param zone in which they read times; empty if it is not known
 */
public record AccountOwner(long accountKey, String email, Optional<Locale> language, Optional<ZoneId> zone) {
    /** The same, with letters to another address. */
    public AccountOwner at(String address) {
        return new AccountOwner(accountKey, address, language, zone);
    }
}
