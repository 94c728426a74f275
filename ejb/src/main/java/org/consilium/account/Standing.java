package org.consilium.account;

import org.consilium.access.Role;
import org.jspecify.annotations.Nullable;

/** All that a session relies on from its sign-in on. */
record Standing(AccountStatus status, Role role, @Nullable String passwordHash) {
    /** Whether somebody may have signed in with it: before an invitation is accepted, nobody can. */
    boolean hasSessions() {
        return status != AccountStatus.INVITED;
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "Standing[" + status + ", " + role + "]";
    }
}
