package org.consilium.account;

import org.consilium.access.Role;

/**
 * Somebody has proposed or approved that a person gets a role on the staff.
 *
 * @param person the public id of the person's account
 * @param by the public id of the account that has proposed or approved it
 */
public record Appointed(Step step, String person, Role role, String by) {
    /** One person's part in it. */
    public enum Step {
        PROPOSED,
        APPROVED
    }
}
