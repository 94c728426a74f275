package org.consilium.account;

import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who can sign in, as the one who gets letters.
 *
 * @param language empty if it is not known
 */
public record AccountOwner(long accountKey, String email, Optional<Locale> language) {}
