package org.consilium.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters wait until somebody's quiet hours are over, by their own clock. */
class QuietHoursTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        "22, 7, 2026-11-29T21:59:59Z, ",
        "22, 7, 2026-11-29T22:00:00Z, 2026-11-30T07:00:00Z",
        "22, 7, 2026-11-29T23:59:59Z, 2026-11-30T07:00:00Z",
        "22, 7, 2026-11-30T00:00:00Z, 2026-11-30T07:00:00Z",
        "22, 7, 2026-11-30T06:59:59Z, 2026-11-30T07:00:00Z",
        "22, 7, 2026-11-30T07:00:00Z, ",
        "9, 17, 2026-11-30T08:59:59Z, ",
        "9, 17, 2026-11-30T09:00:00Z, 2026-11-30T17:00:00Z",
        "9, 17, 2026-11-30T17:00:00Z, ",
        "20, 0, 2026-11-30T23:10:00Z, 2026-12-01T00:00:00Z",
        "20, 0, 2026-11-30T00:00:00Z, ",
        "0, 23, 2026-11-30T22:59:00Z, 2026-11-30T23:00:00Z"
    })
    void endAtTheirHour(int from, int until, Instant now, Instant end) {
        assertThat(new QuietHours(from, until).end(now, ZoneOffset.UTC)).isEqualTo(Optional.ofNullable(end));
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, 2026-11-29T09:00:00Z, 2026-11-29T17:00:00Z",
        "Etc/GMT+12, 2026-11-29T11:00:00Z, 2026-11-29T19:00:00Z",
        "Etc/GMT+12, 2026-11-29T09:00:00Z, "
    })
    void areThoseOfThePersonsZone(ZoneId zone, Instant now, Instant end) {
        assertThat(new QuietHours(22, 7).end(now, zone)).isEqualTo(Optional.ofNullable(end));
    }

    /** Clocks go on at 2:00 on March 8, and back at 2:00 on November 1. */
    @ParameterizedTest
    @CsvSource({
        "22, 7, 2026-03-08T05:00:00Z, 2026-03-08T11:00:00Z",
        "22, 2, 2026-03-08T06:30:00Z, 2026-03-08T07:00:00Z",
        "22, 7, 2026-11-01T05:00:00Z, 2026-11-01T12:00:00Z",
        "22, 2, 2026-11-01T05:30:00Z, 2026-11-01T07:00:00Z",
        "22, 2, 2026-11-01T06:30:00Z, 2026-11-01T07:00:00Z"
    })
    void endAtTheirHourOnDaysOnWhichClocksChange(int from, int until, Instant now, Instant end) {
        assertThat(new QuietHours(from, until).end(now, NEW_YORK)).contains(end);
    }

    @ParameterizedTest
    @CsvSource({"-1, 7", "22, 24", "7, 7"})
    void areHoursOfADay(int from, int until) {
        assertThatIllegalArgumentException().isThrownBy(() -> new QuietHours(from, until));
    }

    @Test
    void areNoneUnlessSomebodyHasChosenThem() {
        NotificationSettings settings = NotificationSettings.stored(null, null, null);
        assertThat(settings).isEqualTo(new NotificationSettings(Timing.AFTER_TEN_MINUTES, null));
        assertThat(settings.quietUntil(Instant.EPOCH, ZoneOffset.UTC)).isEmpty();
        assertThat(NotificationSettings.stored("NEVER", 22, (byte) 7))
                .isEqualTo(new NotificationSettings(Timing.NEVER, new QuietHours(22, 7)));
    }
}
