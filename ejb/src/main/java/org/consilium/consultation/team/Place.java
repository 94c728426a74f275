package org.consilium.consultation.team;

import org.consilium.consultation.ConsultationId;
import org.jspecify.annotations.Nullable;

/**
 * Where a consultation is, by keys.
 *
 * @param holder the clinician who has taken it
 */
record Place(
        long key,
        ConsultationId id,
        long patient,
        long team,
        @Nullable Long holder,
        boolean closed,
        String title,
        String teamName) {}
