package org.consilium.privacy.question;

import java.time.Instant;
import org.consilium.privacy.trail.Party;
import org.consilium.privacy.trail.TrailPosition;
import org.jspecify.annotations.Nullable;

/**
 * A question, as the privacy officer sees it.
 *
 * @param staff whose access it is about
 * @param access its entry in the trail
 * @param answer null until there is one
 */
public record ReceivedQuestion(
        QuestionId id,
        Party patient,
        Party staff,
        TrailPosition access,
        String question,
        Instant askedAt,
        @Nullable String answer,
        @Nullable Instant answeredAt) {}
