package org.consilium.web.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.web.zone.ReaderZone;

/**
 * Times as people read them: in their own time zone, which is named where it differs from the hospital's, and in the
 * page's language. Pages show them by the tag {@code con:time}.
 */
@Named("times")
@ApplicationScoped
public class Times {

    /** How somebody reads times. */
    private record Reading(Locale language, ZoneId zone) {

        Formats formats() {
            return new Formats(
                    of(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)),
                    of(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)),
                    of(DateTimeFormatter.ofPattern("z")),
                    of(DateTimeFormatter.ofPattern("zzzz")));
        }

        private DateTimeFormatter of(DateTimeFormatter format) {
            return format.withLocale(language).withZone(zone);
        }
    }

    private record Formats(
            DateTimeFormatter moment, DateTimeFormatter full, DateTimeFormatter zone, DateTimeFormatter zoneName) {}

    /** There are few zones and languages; a page formats each of its times several times. */
    private final Map<Reading, Formats> formats = new ConcurrentHashMap<>();

    @Inject
    private Clock clock;

    @Inject
    private ReaderZone zone;

    /** Date and time. */
    public String moment(Instant instant) {
        return formats().moment().format(instant);
    }

    /** Date, time, and the zone by its whole name. */
    public String full(Instant instant) {
        Formats formats = formats();
        return formats.full().format(instant) + " " + formats.zoneName().format(instant);
    }

    /** The zone by its short name, such as "CET". */
    public String zone(Instant instant) {
        return formats().zone().format(instant);
    }

    /** Whether the zone has to be named, as it is not the hospital's. */
    public boolean elsewhere(Instant instant) {
        return zone.isElsewhere(instant);
    }

    /** The time of day, such as "3:42 PM", for use outside pages as well; the zone is named where it has to be. */
    String hour(Instant instant, Locale locale) {
        String hour = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone.get())
                .format(instant);
        DateTimeFormatter name =
                DateTimeFormatter.ofPattern(" z").withLocale(locale).withZone(zone.get());
        return zone.isElsewhere(instant) ? hour + name.format(instant) : hour;
    }

    /** An hour of any day, such as "9:00 PM". */
    public String clock(int hour) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale())
                .format(LocalTime.of(hour, 0));
    }

    /** A date that has no time, such as a birthday. */
    public String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale())
                .format(date);
    }

    /** The date of a moment. */
    public String dayOf(Instant instant) {
        return day(LocalDate.ofInstant(instant, zone.get()));
    }

    /** The moment at which an hour of a day begins where the reader is; hours that clocks leave out begin later. */
    public Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(zone.get()).toInstant();
    }

    public Instant getNow() {
        return clock.instant();
    }

    /** Today: the latest possible day of birth or onset. */
    public LocalDate getToday() {
        return LocalDate.now(clock.withZone(zone.hospital()));
    }

    /** How long ago, in the largest unit that fits. */
    public String since(Instant instant) {
        Duration ago = Duration.between(instant, clock.instant());
        Words words = Words.in(locale());
        if (ago.toDays() > 0) {
            return words.get("time.days", ago.toDays());
        }
        return ago.toHours() > 0
                ? words.get("time.hours", ago.toHours())
                : words.get("time.minutes", Math.max(0, ago.toMinutes()));
    }

    private Formats formats() {
        return formats.computeIfAbsent(new Reading(locale(), zone.get()), Reading::formats);
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
