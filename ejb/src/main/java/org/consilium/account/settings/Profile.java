package org.consilium.account.settings;

import java.util.Locale;
import java.util.Optional;
import org.consilium.access.Role;
import org.consilium.account.PersonName;

/**
 * Somebody's account, as they see it themselves.
 *
 * @param language in which they get letters; empty if it is not known
 */
public record Profile(PersonName name, String email, Role role, Optional<Locale> language) {}
