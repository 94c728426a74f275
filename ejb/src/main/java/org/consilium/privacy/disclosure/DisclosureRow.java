package org.consilium.privacy.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure in the accounting of a patient.
 *
 * @param enterer who has entered it
 */
public record DisclosureRow(
        LocalDate date,
        String recipient,
        @Nullable String recipientAddress,
        String description,
        String purpose,
        String enterer,
        Instant enteredAt) {}
