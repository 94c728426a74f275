package org.consilium.review.mark;

import org.jspecify.annotations.Nullable;

/**
 * That a patient is marked.
 *
 * @param staff the key of the account that an employee has for work, if it is known
 */
public record PatientMark(MarkKind kind, @Nullable Long staff) {

    /** Whether the patient is the employee with this account. */
    public boolean isOf(long account) {
        return staff != null && staff == account;
    }
}
