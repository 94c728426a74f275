package org.consilium.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting counts in the hours in which somebody could have come. November 30, 2026, is a Monday. */
class WorkingHoursTest {

    private static final String WEEK = "MON-FRI 08:00-17:00";

    private static WorkingHours hours(String week, String holidays, String zone) {
        return new WorkingHours(WeekText.read(week), Holidays.of(holidays), ZoneId.of(zone));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T15:00, 4, 2026-12-01T11:00",
        "2026-12-01T12:00, 4, 2026-12-01T08:00", // exactly since the morning
        "2026-12-01T11:59, 4, 2026-11-30T16:59", // over night
        "2026-12-01T20:00, 4, 2026-12-01T13:00", // after hours
        "2026-12-01T06:00, 4, 2026-11-30T13:00", // before hours
        "2026-11-30T09:00, 4, 2026-11-27T14:00", // over the weekend
        "2026-11-29T12:00, 4, 2026-11-27T13:00", // on it
        "2026-12-01T17:00, 9, 2026-12-01T08:00",
        "2026-12-01T16:59, 9, 2026-11-30T16:59",
        "2026-12-01T12:00, 100, 2026-11-16T11:00"
    })
    void countInWorkingHours(String now, int waited, String start) {
        assertThat(hours(WEEK, "", "UTC").latestStart(at(now), Duration.ofHours(waited)))
                .isEqualTo(at(start));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T09:00, 2026-11-26, 2026-11-25T14:00",
        "2026-11-26T12:00, 2026-11-26, 2026-11-25T13:00", // nothing counts on the day itself
        "2026-12-28T09:00, 12-25, 2026-12-24T14:00",
        "2027-12-27T09:00, 12-25, 2027-12-24T14:00",
        "2026-12-28T09:00, '12-24, 2026-12-25', 2026-12-23T14:00",
        "2027-01-04T09:00, '12-25,01-01,2026-12-31', 2026-12-30T14:00"
    })
    void leaveOutHolidays(String now, String holidays, String start) {
        assertThat(hours(WEEK, holidays, "UTC").latestStart(at(now), Duration.ofHours(4)))
                .isEqualTo(at(start));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T08:00, true",
        "2026-12-01T16:59, true",
        "2026-12-01T07:59, false",
        "2026-12-01T17:00, false", // the end
        "2026-11-29T12:00, false", // on the weekend
        "2026-12-25T12:00, false" // a holiday
    })
    void haveSomeInstants(String when, boolean working) {
        assertThat(hours(WEEK, "12-25", "UTC").contains(at(when))).isEqualTo(working);
    }

    @Test
    void mayHaveBreaksAndOtherDays() {
        WorkingHours hours = hours("SAT 09:00-12:00, MON-FRI 13:00-18:00, MON-FRI 08:00-12:00", "", "UTC");
        assertThat(hours.latestStart(at("2026-11-30T13:30"), Duration.ofHours(1)))
                .isEqualTo(at("2026-11-30T11:30"));
        assertThat(hours.latestStart(at("2026-11-30T08:30"), Duration.ofHours(1)))
                .isEqualTo(at("2026-11-28T11:30"));
        assertThat(hours.latestStart(at("2026-11-30T08:30"), Duration.ofHours(4)))
                .isEqualTo(at("2026-11-27T17:30"));
    }

    @Test
    void mayNeverEnd() {
        WorkingHours hours = hours("MON-SUN 00:00-24:00", "", "America/New_York");
        Instant now = at("2026-11-02T12:00");
        assertThat(hours.latestStart(now, Duration.ofDays(3))).isEqualTo(now.minus(Duration.ofDays(3)));
    }

    /** In New York, clocks go on at 2:00 on March 8, and back at 2:00 on November 1: both are Sundays. */
    @ParameterizedTest
    @CsvSource({
        "SUN 00:00-06:00, 2026-03-08T12:00, 5, 2026-03-08T05:00", // five hours, not six
        "SUN 00:00-06:00, 2026-11-01T12:00, 7, 2026-11-01T04:00", // seven hours
        "SUN 02:30-06:00, 2026-03-08T12:00, 3, 2026-03-08T07:00", // begins with the change
        "SUN 02:10-02:50, 2026-03-08T12:00, 1, 2026-02-22T07:30", // there is no such time
        "MON-FRI 08:00-17:00, 2026-03-09T13:00, 2, 2026-03-06T21:00",
        "MON-FRI 08:00-17:00, 2026-11-02T14:00, 2, 2026-10-30T20:00"
    })
    void areWhatReallyPassesWhenClocksChange(String week, String now, int waited, String start) {
        assertThat(hours(week, "", "America/New_York").latestStart(at(now), Duration.ofHours(waited)))
                .isEqualTo(at(start));
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, 2026-11-29T22:00, 2026-11-29T18:00", // Monday noon
        "Pacific/Kiritimati, 2026-11-27T05:00, 2026-11-26T23:00", // Friday 19:00
        "Etc/GMT+12, 2026-12-01T00:00, 2026-11-30T20:00", // Monday noon
        "Etc/GMT+12, 2026-11-30T04:00, 2026-11-28T01:00" // Sunday
    })
    void areThoseOfTheHospital(String zone, String now, String start) {
        assertThat(hours(WEEK, "", zone).latestStart(at(now), Duration.ofHours(4)))
                .isEqualTo(at(start));
    }

    /** Against minutes that are counted one by one. */
    @ParameterizedTest
    @ValueSource(
            strings = {"UTC", "Europe/Vienna", "Australia/Lord_Howe", "Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kolkata"
            })
    void areCounted(String zone) {
        WorkingHours hours = hours("MON-FRI 08:00-12:30, MON-FRI 13:15-17:00, SUN 00:00-06:00", "03-30,10-26", zone);
        Random random = new Random(zone.hashCode());
        for (String around :
                new String[] {"2026-03-31T00:00", "2026-10-27T00:00", "2026-04-07T00:00", "2026-01-02T00:00"}) {
            for (int i = 0; i < 25; i++) {
                Instant now = at(around).plus(Duration.ofMinutes(random.nextInt(5 * 24 * 60)));
                int length = 1 + random.nextInt(20 * 60);
                Instant start = hours.latestStart(now, Duration.ofMinutes(length));
                assertThat(worked(start, now, ZoneId.of(zone)))
                        .as(start + " to " + now)
                        .isEqualTo(length);
                assertThat(isWorked(start, ZoneId.of(zone)))
                        .as("the latest is " + start)
                        .isTrue();
            }
        }
    }

    private static long worked(Instant start, Instant now, ZoneId zone) {
        long minutes = 0;
        for (Instant each = start; each.isBefore(now); each = each.plus(Duration.ofMinutes(1))) {
            minutes += isWorked(each, zone) ? 1 : 0;
        }
        return minutes;
    }

    private static boolean isWorked(Instant instant, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        String day = local.toLocalDate().toString().substring(5);
        int minute = local.getHour() * 60 + local.getMinute();
        if (day.equals("03-30") || day.equals("10-26")) {
            return false;
        }
        return switch (local.getDayOfWeek()) {
            case SATURDAY -> false;
            case SUNDAY -> minute < 6 * 60;
            default -> (minute >= 8 * 60 && minute < 12 * 60 + 30) || (minute >= 13 * 60 + 15 && minute < 17 * 60);
        };
    }

    @Test
    void areOfADayAtLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingHours(Map.of(), Holidays.of(""), ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MON-FRI",
                "MON-FRI 8:00-17:00",
                "MON-FRI 17:00-08:00",
                "MON-FRI 08:00-08:00",
                "MON-FRI 08:00-24:30",
                "MON-FRI 08:00-17:00,",
                "mon-fri 08:00-17:00",
                "MON-FRI 08:00-17:00, WED 16:00-18:00",
                "MON-FRI 08:60-17:00"
            })
    void areRefusedInAnotherForm(String week) {
        assertThatIllegalArgumentException().isThrownBy(() -> WeekText.read(week));
    }

    @Test
    void mayGoOverTheEndOfTheWeek() {
        assertThat(WeekText.read("SAT-MON 08:00-09:00").keySet())
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("SATURDAY", "SUNDAY", "MONDAY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29", "2026", "13-01", "26.12.2026", "12-25 12-26"})
    void haveHolidaysOfTheCalendar(String holidays) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holidays.of(holidays))
                .withMessageContaining(holidays);
    }
}
