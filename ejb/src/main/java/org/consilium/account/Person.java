package org.consilium.account;

import org.consilium.access.Role;

/**
 * An account, as the people page shows it.
 *
 * @param pending whether a second person has to approve before the invitation is sent
 * @param locked whether too many wrong passwords were typed
 */
public record Person(
        AccountId id,
        PersonName name,
        String email,
        Role role,
        AccountStatus status,
        boolean pending,
        boolean locked) {}
