package org.consilium.privacy.question;

import java.time.Instant;
import org.consilium.account.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A question, as the patient who has asked it sees it.
 *
 * @param staff whose access it is about
 * @param accessAt when that was
 * @param answer null until there is one
 */
public record OwnQuestion(
        PersonName staff,
        Instant accessAt,
        String question,
        Instant askedAt,
        @Nullable String answer,
        @Nullable Instant answeredAt) {}
