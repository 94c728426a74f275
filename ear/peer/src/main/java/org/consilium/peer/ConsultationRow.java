package org.consilium.peer;

import java.time.Instant;

/** A line of a list: the other person is the clinician for a patient, and the patient for a clinician. */
public record ConsultationRow(
        String publicId,
        String title,
        String other,
        String bodySite,
        Status status,
        Urgency urgency,
        Instant openedAt,
        Instant activeAt,
        boolean unread) {}
