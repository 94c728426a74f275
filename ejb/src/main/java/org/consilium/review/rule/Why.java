package org.consilium.review.rule;

/** Why something is a finding; pages have a sentence for each, with the numbers of the {@link Hit} in it. */
public enum Why {
    /** The patient's record was opened in an emergency. */
    EMERGENCY,
    /** Accesses on the day, the person's average, and the team's. */
    MORE_THAN_USUAL,
    /** The last names are the same. */
    SURNAME,
    /** The patient is marked as this employee. */
    OWN_BY_MARK,
    /** The full names are the same. */
    OWN_BY_NAME,
    /** The patient is marked as an employee who works in a team of the person. */
    COLLEAGUE_BY_MARK,
    /** Somebody of the person's teams has the patient's full name. */
    COLLEAGUE_BY_NAME,
    /** Accesses outside of working hours on the day. */
    OUTSIDE_OF_HOURS,
    /** The patient is marked as a person of public interest. */
    MARKED_VIP,
    /** The patient is marked as an employee. */
    MARKED_EMPLOYEE,
    /** The record was asked for and refused. */
    TRIED_WITHOUT_RELATION,
    /** The record was seen, and the trail names no relation. */
    SEEN_WITHOUT_RELATION,
    /** Refusals on the day. */
    MANY_REFUSALS,
    /** The minutes between the uses from two networks. */
    TWO_NETWORKS
}
