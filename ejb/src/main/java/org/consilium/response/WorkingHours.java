package org.consilium.response;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;

/**
 * The hours in which the hospital answers, by its own clocks: each day of the week has some, holidays have none. Time
 * is what really passes: on a day on which clocks are changed, hours over the change are shorter or longer than they
 * look.
 */
final class WorkingHours {

    private static final int MINUTES_OF_HOUR = 60;
    private static final int MINUTES_OF_DAY = 24 * MINUTES_OF_HOUR;

    private final Map<DayOfWeek, List<Shift>> week;
    private final Holidays holidays;
    private final ZoneId zone;

    /**
     * Working hours of at least one day.
     *
     * @param week the shifts of each day that has some, the earliest first
     */
    WorkingHours(Map<DayOfWeek, List<Shift>> week, Holidays holidays, ZoneId zone) {
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("no working hours");
        }
        this.week = Map.copyOf(week);
        this.holidays = holidays;
        this.zone = zone;
    }

    /**
     * Hours of a day that follow each other.
     *
     * @param from minutes after midnight, as clocks show them
     * @param until the same, after {@code from}; 1440 for the end of the day
     */
    record Shift(int from, int until) {
        Shift {
            if (from < 0 || from >= until || until > MINUTES_OF_DAY) {
                throw new IllegalArgumentException("no hours of a day: " + from + " to " + until);
            }
        }
    }

    /**
     * The latest instant since when at least {@code length} of working time has passed: what has waited since then, or
     * for longer, has waited for that long.
     *
     * @param length more than zero
     */
    Instant latestStart(Instant now, Duration length) {
        Duration missing = length;
        for (LocalDate day = LocalDate.ofInstant(now, zone); ; day = day.minusDays(1)) {
            for (Shift shift : shifts(day).reversed()) {
                Instant from = at(day, shift.from());
                Instant end = at(day, shift.until());
                Instant until = end.isBefore(now) ? end : now;
                if (from.isBefore(until)) {
                    Duration worked = Duration.between(from, until);
                    if (worked.compareTo(missing) >= 0) {
                        return until.minus(missing);
                    }
                    missing = missing.minus(worked);
                }
            }
        }
    }

    /** Whether an instant is in working hours. */
    boolean contains(Instant when) {
        LocalDate day = LocalDate.ofInstant(when, zone);
        return shifts(day).stream()
                .anyMatch(shift -> !when.isBefore(at(day, shift.from())) && when.isBefore(at(day, shift.until())));
    }

    private List<Shift> shifts(LocalDate day) {
        return holidays.contains(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    /** A time that clocks skip is that of the change; of one that they show twice, the first counts. */
    private Instant at(LocalDate day, int minutes) {
        LocalDateTime shown = day.plusDays(minutes / MINUTES_OF_DAY)
                .atTime(minutes % MINUTES_OF_DAY / MINUTES_OF_HOUR, minutes % MINUTES_OF_HOUR);
        ZoneOffsetTransition change = zone.getRules().getTransition(shown);
        return change != null && change.isGap()
                ? change.getInstant()
                : shown.atZone(zone).toInstant();
    }
}
