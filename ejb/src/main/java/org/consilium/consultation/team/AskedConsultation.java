package org.consilium.consultation.team;

import java.time.Instant;
import org.consilium.consultation.ConsultationId;

/**
 * A consultation into which the reader was asked.
 *
 * @param patient the full name
 * @param asker the full name of the one who asked
 */
public record AskedConsultation(
        AskingId id,
        ConsultationId consultation,
        String title,
        String patient,
        String asker,
        String note,
        Instant at) {}
