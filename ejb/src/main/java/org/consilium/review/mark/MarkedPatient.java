package org.consilium.review.mark;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A marked patient, as the privacy officers see it.
 *
 * @param patient the full name
 * @param staff the full name of the employee, as the account for work has it
 * @param officer the full name of the one who has marked the patient
 */
public record MarkedPatient(
        MarkId id, String patient, MarkKind kind, @Nullable String staff, String officer, Instant markedAt) {}
