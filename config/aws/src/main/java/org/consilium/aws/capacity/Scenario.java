package org.consilium.aws.capacity;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Locale;

/** A day that the plan has to get through. */
public enum Scenario {
    /** An ordinary Wednesday. */
    DAY("An ordinary day"),
    /** The busiest peak of the calendar, which begins within ten minutes and goes on until it is over. */
    MONDAY("The busiest known peak"),
    /** At the peak hour of an ordinary day, many times as many people come within minutes, and stay for an hour. */
    VIRAL("A viral day"),
    /** At the peak hour of an ordinary day, a zone is lost with all its nodes. */
    ZONE_LOSS("A zone is lost");

    private final String title;

    Scenario(String title) {
        this.title = title;
    }

    /** How a page calls it. */
    public String title() {
        return title;
    }

    /** How the answers file writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The minute of the day at which it happens; that of the peak hour on an ordinary day. */
    public int minute(Calendar calendar) {
        int peakMinute = calendar.peakTime().toSecondOfDay() / 60;
        return this == MONDAY
                ? calendar.busiest()
                        .map(peak -> peak.from().toSecondOfDay() / 60)
                        .orElse(peakMinute)
                : peakMinute;
    }

    DayOfWeek day(Calendar calendar) {
        return this == MONDAY
                ? calendar.busiest()
                        .flatMap(peak -> peak.days().stream().sorted().findFirst())
                        .orElse(DayOfWeek.MONDAY)
                : DayOfWeek.WEDNESDAY;
    }

    Month month(Calendar calendar) {
        return this == MONDAY
                ? calendar.busiest()
                        .flatMap(peak -> peak.months().stream().sorted().findFirst())
                        .orElse(Month.JANUARY)
                : Month.JANUARY;
    }
}
