package org.consilium.aws.capacity.answers;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/** A day that the plan has to get through. */
public enum Scenario {
    /** An ordinary Wednesday. */
    DAY("An ordinary day"),
    /** The busiest known peak: the load rises within ten minutes and stays until the peak's end. */
    MONDAY("The busiest known peak"),
    /** At the peak hour of an ordinary day, the load multiplies within minutes and stays for an hour. */
    VIRAL("A viral day"),
    /** At the peak hour of an ordinary day, a zone fails with all its nodes. */
    ZONE_LOSS("A zone is lost");

    private final String title;

    Scenario(String title) {
        this.title = title;
    }

    /** The title on the page. */
    public String title() {
        return title;
    }

    /** The name in the answers file. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The minute of the day at which it happens; that of the peak hour on an ordinary day. */
    public int minute(Calendar calendar) {
        return peak(calendar).map(KnownPeak::from).orElse(calendar.peakTime()).toSecondOfDay() / 60;
    }

    /** The day of the week that is replayed. */
    public DayOfWeek day(Calendar calendar) {
        return peak(calendar)
                .map(peak -> Collections.min(peak.days()))
                .orElse(this == MONDAY ? DayOfWeek.MONDAY : DayOfWeek.WEDNESDAY);
    }

    /** The month that is replayed. */
    public Month month(Calendar calendar) {
        return peak(calendar).map(peak -> Collections.min(peak.months())).orElse(Month.JANUARY);
    }

    private Optional<KnownPeak> peak(Calendar calendar) {
        return this == MONDAY ? calendar.busiest() : Optional.empty();
    }
}
