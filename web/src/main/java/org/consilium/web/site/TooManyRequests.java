package org.consilium.web.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.consilium.limit.LimitReachedException;

/**
 * The answer when a rate limit is reached: people are told when to try again, programs get status 429 and Retry-After
 * in seconds (RFC 6585, section 4; RFC 9110, section 10.2.3).
 */
@ApplicationScoped
public class TooManyRequests {

    public static final int STATUS = 429;

    @Inject
    private Times times;

    @Inject
    private Clock clock;

    /**
     * Sets the response's status and header.
     *
     * @param key of a text that takes the time of day and the number of minutes
     * @return that text
     */
    public String answer(String key, LimitReachedException reached, Locale locale, HttpServletResponse response) {
        response.setStatus(STATUS);
        response.setHeader("Retry-After", String.valueOf(seconds(reached)));
        return text(key, reached, locale);
    }

    /** The text that tells when to try again. */
    public String text(String key, LimitReachedException reached, Locale locale) {
        Duration wait = reached.waiting();
        return Words.in(locale).get(key, times.hour(until(wait), locale), whole(wait, ChronoUnit.MINUTES));
    }

    /** The value of Retry-After. */
    public static long seconds(LimitReachedException reached) {
        return whole(reached.waiting(), ChronoUnit.SECONDS);
    }

    /** Rounded up to whole minutes, as it is shown: it must not be too early. */
    private Instant until(Duration wait) {
        Instant end = clock.instant().plus(wait);
        Instant minute = end.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(end) ? end : minute.plus(1, ChronoUnit.MINUTES);
    }

    /** Rounded up. */
    static long whole(Duration wait, ChronoUnit unit) {
        long length = unit.getDuration().toMillis();
        return (wait.toMillis() + length - 1) / length;
    }
}
