package org.consilium.aws.capacity;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** A time of certain days in certain months, as Unix cron writes it. */
final class Cron {

    private static final int FIELDS = 5;
    private static final int SUNDAY_FIRST = 7;

    private final String[] fields;

    Cron(String expression) {
        fields = expression.split(" ", -1);
        if (fields.length != FIELDS || !"*".equals(fields[2])) {
            throw new IllegalArgumentException(expression + " is not a time of certain days");
        }
    }

    static String of(LocalTime time, Collection<Month> months, Collection<DayOfWeek> days) {
        String month = months.size() == Month.values().length
                ? "*"
                : listed(months.stream().map(Month::getValue).toList());
        String day = days.size() == DayOfWeek.values().length
                ? "*"
                : listed(days.stream().map(Cron::number).toList());
        return time.getMinute() + " " + time.getHour() + " * " + month + " " + day;
    }

    LocalTime time() {
        return LocalTime.of(Integer.parseInt(fields[1]), Integer.parseInt(fields[0]));
    }

    boolean runsOn(Month month, DayOfWeek day) {
        return names(fields[3], month.getValue()) && names(fields[4], number(day));
    }

    private static boolean names(String field, int number) {
        return "*".equals(field) || Arrays.asList(field.split(",", -1)).contains(Integer.toString(number));
    }

    private static int number(DayOfWeek day) {
        return day.getValue() % SUNDAY_FIRST;
    }

    private static String listed(Collection<Integer> numbers) {
        return numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }
}
