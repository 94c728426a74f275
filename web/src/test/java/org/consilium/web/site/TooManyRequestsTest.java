package org.consilium.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has to wait is told so in whole units, never too short and in good language. */
class TooManyRequestsTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1000, 1, 1", "1001, 2, 1", "60000, 60, 1", "60001, 61, 2", "3600000, 3600, 60"})
    void roundsUp(long millis, long seconds, long minutes) {
        Duration wait = Duration.ofMillis(millis);
        assertThat(TooManyRequests.whole(wait, ChronoUnit.SECONDS)).isEqualTo(seconds);
        assertThat(TooManyRequests.whole(wait, ChronoUnit.MINUTES)).isEqualTo(minutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit.sign-in", "limit.registration", "limit.upload"})
    void saysWhen(String key) {
        assertThat(Words.in(Locale.ENGLISH).get(key, "3:42 PM", 1L)).endsWith(" Try again at 3:42 PM, in 1 minute.");
        assertThat(Words.in(Locale.ENGLISH).get(key, "3:42 PM", 12L)).endsWith(" Try again at 3:42 PM, in 12 minutes.");
    }

    @Test
    void saysItInSpanish() {
        assertThat(Words.in(Language.SPANISH).get("limit.upload", "15:42", 1L))
                .isEqualTo("Demasiadas fotos en poco tiempo. Inténtelo de nuevo a las 15:42, dentro de 1 minuto.");
        assertThat(Words.in(Language.SPANISH).get("limit.sign-in", "15:42", 60L))
                .endsWith("Inténtelo de nuevo a las 15:42, dentro de 60 minutos.");
    }
}
