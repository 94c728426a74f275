package org.consilium.privacy.trail;

import java.time.LocalDate;
import org.consilium.account.AccountId;
import org.consilium.audit.AuditKind;
import org.jspecify.annotations.Nullable;

/**
 * What the privacy officer looks for in the trail; whatever is null does not matter.
 *
 * @param person who did it, or was refused
 * @param patient whom it concerns
 * @param address the client's
 * @param record the public id of a photo or of another record
 * @param from the first day, at the hospital
 * @param until the last day
 */
public record TrailFilter(
        @Nullable AccountId person,
        @Nullable AccountId patient,
        @Nullable String address,
        @Nullable String record,
        @Nullable AuditKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** Everything. */
    public static final TrailFilter NONE = new TrailFilter(null, null, null, null, null, null, null);

    /** Everything that somebody did. */
    public static TrailFilter by(AccountId person) {
        return new TrailFilter(person, null, null, null, null, null, null);
    }

    /** Everything that concerns a patient. */
    public static TrailFilter about(AccountId patient) {
        return new TrailFilter(null, patient, null, null, null, null, null);
    }

    /** Whether it says whose access may have affected patients. */
    public boolean namesSource() {
        return person != null || address != null || record != null;
    }
}
