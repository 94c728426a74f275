package org.consilium.cache;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate such as "10 per 10m": ten times at once, and after that once a minute.
 *
 * @param uses allowed within the period
 * @param period whole seconds
 */
public record Rate(int uses, Duration period) {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,6}) per ([1-9]\\d{0,4})([smhd])");

    /**
     * Reads "uses per period", the period in seconds (s), minutes (m), hours (h) or days (d).
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static Rate of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("a rate has the form \"10 per 10m\" (s, m, h, d), not \"" + text + "\"");
        }
        return new Rate(Integer.parseInt(form.group(1)), period(Integer.parseInt(form.group(2)), form.group(3)));
    }

    private static Duration period(int length, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(length);
            case "m" -> Duration.ofMinutes(length);
            case "h" -> Duration.ofHours(length);
            default -> Duration.ofDays(length);
        };
    }

    long micros() {
        return Math.multiplyExact(period.toMillis(), 1_000L);
    }
}
