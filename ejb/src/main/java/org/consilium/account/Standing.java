package org.consilium.account;

import org.consilium.access.Role;

/**
 * All that a session relies on from its sign-in on.
 *
 * @param passwordSalt of the password's hash: it changes with the password alone; empty for none
 * @param email the address, to which links are sent that let its owner in
 */
record Standing(AccountStatus status, Role role, String passwordSalt, String email) {
    /** Whether somebody may have signed in with it: before an invitation is accepted, nobody can. */
    boolean hasSessions() {
        return status != AccountStatus.INVITED;
    }

    /** Without the salt and the address. */
    @Override
    public String toString() {
        return "Standing[" + status + ", " + role + "]";
    }
}
