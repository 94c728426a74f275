package org.consilium.review;

import org.consilium.access.TrailReason;

/** What a privacy officer has decided about a finding. */
public enum ReviewOutcome implements TrailReason {
    /** The access was right. */
    APPROPRIATE,
    /** The person needs training. */
    EDUCATION,
    /** It is, or may be, a security incident (45 CFR 164.308(a)(6)) or a breach (164.402). */
    INCIDENT
}
