package org.consilium.aws.capacity.sizing;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A time on certain days of the week in certain months. */
public record Recurrence(LocalTime time, Set<DayOfWeek> days, Set<Month> months) {

    private static final int DAYS_OF_WEEK = 7;

    public Recurrence {
        days = Set.copyOf(days);
        months = Set.copyOf(months);
    }

    boolean includes(Month month, DayOfWeek day) {
        return months.contains(month) && days.contains(day);
    }

    int minuteOfDay() {
        return time.toSecondOfDay() / 60;
    }

    /**
     * The text that EC2 Auto Scaling takes: the five fields of Unix cron, with 0 for Sunday ("Scheduled scaling for
     * Amazon EC2 Auto Scaling", on recurring schedules).
     */
    public String cron() {
        String month = field(months.stream().mapToInt(Month::getValue), Month.values().length);
        String day = field(days.stream().mapToInt(each -> each.getValue() % DAYS_OF_WEEK), DAYS_OF_WEEK);
        return time.getMinute() + " " + time.getHour() + " * " + month + " " + day;
    }

    private static String field(IntStream numbers, int all) {
        int[] sorted = numbers.sorted().toArray();
        return sorted.length == all
                ? "*"
                : IntStream.of(sorted).mapToObj(String::valueOf).collect(Collectors.joining(","));
    }
}
