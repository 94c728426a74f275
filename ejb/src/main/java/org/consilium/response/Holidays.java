package org.consilium.response;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days on which the hospital does not answer.
 *
 * @param dates single days
 * @param yearly days of every year
 */
record Holidays(Set<LocalDate> dates, Set<MonthDay> yearly) {

    private static final int YEARLY_LENGTH = "12-25".length();

    Holidays {
        dates = Set.copyOf(dates);
        yearly = Set.copyOf(yearly);
    }

    /**
     * Reads days that are separated by commas: {@code 2026-11-26} is one day, {@code 12-25} one of every year.
     *
     * @throws IllegalArgumentException when a text has another form
     */
    static Holidays of(String text) {
        Set<LocalDate> dates = new TreeSet<>();
        Set<MonthDay> yearly = new TreeSet<>();
        for (String day : text.split(",", -1)) {
            String trimmed = day.strip();
            if (!trimmed.isEmpty()) {
                add(trimmed, dates, yearly);
            }
        }
        return new Holidays(dates, yearly);
    }

    private static void add(String day, Set<LocalDate> dates, Set<MonthDay> yearly) {
        try {
            if (day.length() == YEARLY_LENGTH) {
                yearly.add(MonthDay.parse("--" + day));
            } else {
                dates.add(LocalDate.parse(day));
            }
        } catch (DateTimeException otherwise) {
            throw new IllegalArgumentException(
                    "a holiday has the form 2026-11-26, or 12-25 for every year, not \"" + day + "\"", otherwise);
        }
    }

    boolean contains(LocalDate day) {
        return dates.contains(day) || yearly.contains(MonthDay.from(day));
    }
}
