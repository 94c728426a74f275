package org.consilium.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One-time codes as RFC 6238 defines them, which count for a minute and a half. */
class TotpTest {
    private static final TotpSecret SECRET = new TotpSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    private static final long STEP = NOW.getEpochSecond() / 30;

    /** RFC 6238, appendix B, of whose eight digits these are the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void areThoseOfTheStandard(long time, String code) {
        assertThat(Totp.code(SECRET, time / 30)).isEqualTo(code);
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(time))).hasValue(time / 30);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void countOneStepEarlyOrLate(long drift) {
        assertThat(Totp.step(SECRET, Totp.code(SECRET, STEP + drift), NOW)).hasValue(STEP + drift);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3, -2, 2, 3})
    void doNotCountLongBeforeOrAfter(long drift) {
        assertThat(Totp.step(SECRET, Totp.code(SECRET, STEP + drift), NOW)).isEmpty();
    }

    /** Whatever the moment within a step. */
    @Test
    void toleratesAClockThatIsHalfAMinuteOff() {
        for (int second = 0; second < 30; second++) {
            Instant now = NOW.plusSeconds(second);
            assertThat(Totp.step(SECRET, shownAt(now.minusSeconds(30)), now)).isPresent();
            assertThat(Totp.step(SECRET, shownAt(now.plusSeconds(30)), now)).isPresent();
            assertThat(Totp.step(SECRET, shownAt(now.minusSeconds(90)), now)).isEmpty();
            assertThat(Totp.step(SECRET, shownAt(now.plusSeconds(90)), now)).isEmpty();
        }
    }

    @Test
    void mayHaveSpacesAsAppsShowThem() {
        String code = Totp.code(SECRET, STEP);
        assertThat(Totp.step(SECRET, ' ' + code.substring(0, 3) + '\u00A0' + code.substring(3), NOW))
                .hasValue(STEP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12345", "1234567", "abcdef", "\uD83D\uDE00"})
    void areSixDigits(String typed) {
        assertThat(Totp.step(SECRET, typed, NOW)).isEmpty();
    }

    @Test
    void areOfOneSecret() {
        assertThat(Totp.step(new TotpSecret(new byte[20]), Totp.code(SECRET, STEP), NOW))
                .isEmpty();
    }

    @Test
    void haveTheSameDigitsInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Totp.code(SECRET, 1)).isEqualTo("287082");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String shownAt(Instant time) {
        return Totp.code(SECRET, time.getEpochSecond() / 30);
    }
}
