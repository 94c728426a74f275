package org.consilium.emergency;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long an emergency access lasts, and how long after it began the patient is told. */
@ApplicationScoped
public class EmergencyTimes {

    private static final int MOST_HOURS = 4;

    private static final Pattern DELAY = Pattern.compile("(\\d{1,5})([mh])");

    @Inject
    @ConfigProperty(name = "consilium.emergency.hours")
    private int hours;

    @Inject
    @ConfigProperty(name = "consilium.emergency.letter-delay")
    private String delay;

    private Duration length = Duration.ZERO;
    private Duration letterDelay = Duration.ZERO;

    /** @throws IllegalArgumentException if a setting is invalid */
    @PostConstruct
    void read() {
        length = length(hours);
        letterDelay = delay(delay);
    }

    static Duration length(int hours) {
        if (hours < 1 || hours > MOST_HOURS) {
            throw new IllegalArgumentException("consilium.emergency.hours is from 1 to " + MOST_HOURS);
        }
        return Duration.ofHours(hours);
    }

    /** A length of time such as "24h" or "30m". */
    static Duration delay(String text) {
        Matcher form = DELAY.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "consilium.emergency.letter-delay has the form \"24h\" or \"30m\", not \"" + text + "\"");
        }
        int number = Integer.parseInt(form.group(1));
        return "h".equals(form.group(2)) ? Duration.ofHours(number) : Duration.ofMinutes(number);
    }

    Duration length() {
        return length;
    }

    Duration letterDelay() {
        return letterDelay;
    }
}
