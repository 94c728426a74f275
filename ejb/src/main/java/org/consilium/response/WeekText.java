package org.consilium.response;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.response.WorkingHours.Shift;

/** Reads the hours of a week as the configuration gives them: {@code MON-FRI 08:00-17:00, SAT 09:00-12:00}. */
final class WeekText {

    private static final String DAY = "(MON|TUE|WED|THU|FRI|SAT|SUN)";
    private static final String TIME = "([01]\\d|2[0-3]):([0-5]\\d)";
    private static final Pattern PART =
            Pattern.compile(DAY + "(?:-" + DAY + ")? " + TIME + "-(?:" + TIME + "|(24:00))");
    private static final int DAYS = 7;
    private static final int MINUTES_OF_HOUR = 60;
    private static final int MINUTES_OF_DAY = 24 * MINUTES_OF_HOUR;

    private WeekText() {}

    /**
     * The shifts of each day, the earliest first.
     *
     * @throws IllegalArgumentException when the text has another form, or two shifts of a day overlap
     */
    static Map<DayOfWeek, List<Shift>> read(String text) {
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            Matcher form = PART.matcher(part.strip());
            if (!form.matches()) {
                throw new IllegalArgumentException(
                        "working hours have the form \"MON-FRI 08:00-17:00, SAT 09:00-12:00\","
                                + " the end 24:00 at most, not \"" + part.strip() + "\"");
            }
            Shift shift = new Shift(minutes(form, 3), form.group(7) == null ? minutes(form, 5) : MINUTES_OF_DAY);
            days(form).forEach(day -> add(week.computeIfAbsent(day, none -> new ArrayList<>()), shift, part.strip()));
        }
        return week;
    }

    private static void add(List<Shift> shifts, Shift added, String part) {
        if (shifts.stream().anyMatch(shift -> shift.from() < added.until() && added.from() < shift.until())) {
            throw new IllegalArgumentException("working hours overlap: " + part);
        }
        shifts.add(added);
        shifts.sort(Comparator.comparingInt(Shift::from));
    }

    private static int minutes(Matcher form, int group) {
        return Integer.parseInt(form.group(group)) * MINUTES_OF_HOUR + Integer.parseInt(form.group(group + 1));
    }

    /** The last day may come before the first: SUN-TUE are three days. */
    private static Stream<DayOfWeek> days(Matcher form) {
        DayOfWeek first = day(form.group(1));
        DayOfWeek last = form.group(2) == null ? first : day(form.group(2));
        int more = Math.floorMod(last.getValue() - first.getValue(), DAYS);
        return Stream.iterate(0, n -> n <= more, n -> n + 1).map(first::plus);
    }

    private static DayOfWeek day(String name) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().startsWith(name))
                .findFirst()
                .orElseThrow();
    }
}
