package org.consilium.consultation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as a row of a list.
 *
 * @param patient the patient's full name
 * @param clinician the full name of the clinician who has taken it
 * @param waitingSince since when the clinic owes an answer
 * @param unread how much other people have written that the caller has not read
 */
public record ConsultationSummary(
        ConsultationId id,
        String title,
        Status status,
        Severity severity,
        String patient,
        @Nullable String clinician,
        Instant waitingSince,
        Instant lastActivityAt,
        long unread) {

    /** Whether the clinic owes an answer. */
    public boolean isWaiting() {
        return status == Status.SUBMITTED || status == Status.IN_PROGRESS;
    }
}
