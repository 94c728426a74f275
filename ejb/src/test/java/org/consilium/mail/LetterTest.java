package org.consilium.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** When a letter is sent, and when it is given up. */
class LetterTest {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(15);

    private final Letter letter = new Letter(LetterKind.RESET, "anyone@example.org", null, NOW);

    @Test
    void isTriedLessAndLessOftenForADay() {
        List<Long> pauses = new ArrayList<>();
        Instant now = NOW;
        while (letter.dueAt().isPresent()) {
            now = letter.dueAt().get();
            letter.attempt(now, LENGTH);
            letter.fail(LetterFailure.UNAVAILABLE, now);
            Instant end = now;
            letter.dueAt()
                    .ifPresent(due -> pauses.add(Duration.between(end, due).toSeconds()));
        }
        assertThat(pauses).startsWith(10L, 30L, 90L, 270L, 810L, 2430L, 3600L).endsWith(3600L);
        assertThat(Duration.between(NOW, now)).isBetween(Duration.ofHours(24), Duration.ofHours(25));
        assertThat(letter.asUndelivered().failure()).isEqualTo(LetterFailure.UNAVAILABLE);
    }

    @Test
    void isGivenUpAtOnceIfThereIsNoSuchAddress() {
        letter.attempt(NOW, LENGTH);
        letter.fail(LetterFailure.REFUSED, NOW.plusSeconds(1));
        assertThat(letter.dueAt()).isEmpty();
        assertThat(letter.asUndelivered().failure()).isEqualTo(LetterFailure.REFUSED);
    }

    @Test
    void belongsToOneNodeForTheLengthOfAnAttempt() {
        letter.attempt(NOW, LENGTH);
        assertThat(letter.dueAt()).contains(NOW.plus(LENGTH));
    }

    @Test
    void canBeSentOnceMoreAfterItWasGivenUp() {
        letter.attempt(NOW, LENGTH);
        letter.fail(LetterFailure.REFUSED, NOW);
        Instant later = NOW.plus(Duration.ofDays(3));
        letter.revive(later);
        assertThat(letter.dueAt()).contains(later);
        letter.attempt(later, LENGTH);
        letter.fail(LetterFailure.UNAVAILABLE, later);
        assertThat(Objects.requireNonNull(letter.dueAt().orElse(null))).isEqualTo(later.plusSeconds(10));
    }
}
