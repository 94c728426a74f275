package org.consilium.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The hours of each day in which somebody gets no letters about something new.
 *
 * @param from the hour in which they begin, 0 to 23
 * @param until the hour at whose beginning they end, 0 to 23; before {@code from} if they last over midnight
 */
public record QuietHours(int from, int until) {

    private static final int LAST = 23;

    /** @throws IllegalArgumentException if one is no hour of a day, or both are the same */
    public QuietHours {
        if (!isHour(from) || !isHour(until) || from == until) {
            throw new IllegalArgumentException("no quiet hours: " + from + " to " + until);
        }
    }

    private static boolean isHour(int hour) {
        return hour >= 0 && hour <= LAST;
    }

    /**
     * When they end; empty if they have not begun.
     *
     * @param zone the person's time zone
     */
    Optional<Instant> end(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        int hour = local.getHour();
        boolean begun = from < until ? hour >= from && hour < until : hour >= from || hour < until;
        if (!begun) {
            return Optional.empty();
        }
        LocalDate day = hour < until ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        return Optional.of(day.atTime(until, 0).atZone(zone).toInstant());
    }
}
