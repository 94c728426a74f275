package org.consilium.account;

import org.consilium.access.Role;

/** An account, as the people page shows it. */
public record Person(AccountId id, PersonName name, String email, Role role, AccountStatus status, boolean locked) {}
