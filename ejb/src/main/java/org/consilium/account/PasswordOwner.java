package org.consilium.account;

import org.consilium.access.Role;

/** Somebody who chooses a password, by a link that was sent to them. */
public record PasswordOwner(PersonName name, String email, Role role) {}
