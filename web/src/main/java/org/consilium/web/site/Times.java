package org.consilium.web.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Times as people read them: in the hospital's time zone and the page's language. */
@Named("times")
@ApplicationScoped
public class Times {

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "consilium.web.time-zone")
    private String zone;

    public String moment(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .withZone(ZoneId.of(zone))
                .format(instant);
    }

    /** The time of day, such as "3:42 PM", for use outside pages as well. */
    String hour(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneId.of(zone))
                .format(instant);
    }

    public String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale())
                .format(date);
    }

    public String dayOf(Instant instant) {
        return day(LocalDate.ofInstant(instant, ZoneId.of(zone)));
    }

    /** Today: the latest possible day of birth or onset. */
    public LocalDate getToday() {
        return LocalDate.now(clock.withZone(ZoneId.of(zone)));
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

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
