package org.consilium.consultation.team;

import java.time.Instant;
import org.consilium.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can see a consultation, and why.
 *
 * @param name the full name
 * @param other the full name of the colleague for whom they cover, or who has asked them in
 * @param until when it ends by itself, if it does
 * @param asking to end it, if they were asked in, and the reader can
 * @param note what they were asked; null for the patient
 */
public record Viewer(
        String name,
        Role role,
        ViewerReason reason,
        @Nullable String other,
        @Nullable Instant until,
        @Nullable AskingId asking,
        @Nullable String note) {}
