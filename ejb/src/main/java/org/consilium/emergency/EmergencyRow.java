package org.consilium.emergency;

import java.time.Instant;
import org.consilium.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * An emergency access, as the privacy officers see it.
 *
 * @param clinician the full name of the person who has opened it
 * @param patient the full name
 * @param words the reason in the clinician's own words
 * @param until when it ends, or would have ended, by itself
 * @param endedAt null until its end is noted
 * @param letterDueAt when the letter to the patient is sent; null once that is decided
 * @param letterReason why it is, or was, held back
 */
public record EmergencyRow(
        EmergencyId id,
        String clinician,
        Role role,
        String patient,
        EmergencyReason reason,
        String words,
        Instant openedAt,
        Instant until,
        @Nullable Instant endedAt,
        @Nullable EmergencyEnding ending,
        LetterState letter,
        @Nullable Instant letterDueAt,
        @Nullable String letterReason) {

    /** Whether an officer may still hold the letter back. */
    public boolean isHoldable() {
        return letter == LetterState.DUE;
    }

    /** Whether an officer may let the letter go at once. */
    public boolean isSendable() {
        return letter == LetterState.DUE || letter == LetterState.HELD;
    }
}
