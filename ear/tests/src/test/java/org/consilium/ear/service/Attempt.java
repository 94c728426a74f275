package org.consilium.ear.service;

import java.util.Set;
import org.consilium.access.Role;

/**
 * One thing that somebody can ask of a service.
 *
 * @param method the service method, as {@code PeopleService.list}
 * @param roles who may; anybody, signed in or not, when empty
 */
record Attempt(String method, Set<Role> roles, Runnable call) {

    boolean isOpenTo(Role role) {
        return roles.isEmpty() || roles.contains(role);
    }
}
