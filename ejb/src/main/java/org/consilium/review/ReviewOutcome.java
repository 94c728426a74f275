package org.consilium.review;

/** What a privacy officer has decided about a finding. */
public enum ReviewOutcome {
    /** The access was right. */
    APPROPRIATE,
    /** The person is to be taught. */
    EDUCATION,
    /** It is, or may be, a violation, which has a procedure of its own (45 CFR 164.308(a)(6), 164.402). */
    INCIDENT
}
