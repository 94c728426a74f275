package org.consilium.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a date has been goes by the calendar of the hospital, wherever its machines are. */
class HospitalDayTest {

    private static final Instant NOW = Instant.parse("2026-11-28T11:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, 2026-11-29",
        "Pacific/Auckland, 2026-11-29",
        "UTC, 2026-11-28",
        "America/New_York, 2026-11-28",
        "Etc/GMT+12, 2026-11-27"
    })
    void todayIsAValidDateAndTomorrowIsNot(String zone, LocalDate today) {
        LocalDate day = HospitalDay.on(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of(zone));
        NotAfterToday.Validator validator = new NotAfterToday.Validator(() -> day);

        assertThat(day).isEqualTo(today);
        assertThat(validator.isValid(today, NoContext.get())).isTrue();
        assertThat(validator.isValid(today.minusDays(1), NoContext.get())).isTrue();
        assertThat(validator.isValid(today.plusDays(1), NoContext.get())).isFalse();
        assertThat(validator.isValid(null, NoContext.get())).isTrue();
    }
}
