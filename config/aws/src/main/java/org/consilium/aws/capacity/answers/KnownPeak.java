package org.consilium.aws.capacity.answers;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Hours of certain days that are known to be busy.
 *
 * @param name part of the names of its scheduled actions
 * @param days of the week
 * @param months of the year
 * @param from its start, in the calendar's time zone
 * @param to its end, on the same day
 * @param factor its load, relative to the peak hour of an ordinary day
 */
public record KnownPeak(
        String name, Set<DayOfWeek> days, Set<Month> months, LocalTime from, LocalTime to, double factor) {

    private static final int SHORT = 3;

    static KnownPeak read(StrictProperties file, String name) {
        String key = "peak." + name;
        KnownPeak peak = new KnownPeak(
                name,
                several(DayOfWeek.class, DayOfWeek.values(), key + ".days", file),
                several(Month.class, Month.values(), key + ".months", file),
                file.time(key + ".from"),
                file.time(key + ".to"),
                file.number(key + ".factor", 1, 100));
        if (!peak.from.isBefore(peak.to)) {
            throw new RefusedFileException(key + ".to", "is not after " + key + ".from on the same day");
        }
        return peak;
    }

    /** How long it lasts. */
    public int minutes() {
        return (to.toSecondOfDay() - from.toSecondOfDay()) / 60;
    }

    boolean overlaps(KnownPeak other) {
        return !Collections.disjoint(days, other.days)
                && !Collections.disjoint(months, other.months)
                && from.isBefore(other.to)
                && other.from.isBefore(to);
    }

    private static <E extends Enum<E>> Set<E> several(Class<E> type, E[] all, String key, StrictProperties file) {
        Set<E> several = EnumSet.noneOf(type);
        List<String> words = file.words(key);
        for (String word : words) {
            several.addAll(word.equals("all") ? List.of(all) : List.of(one(all, word, key)));
        }
        if (several.isEmpty()) {
            throw new RefusedFileException(key, "is an empty list");
        }
        return Collections.unmodifiableSet(several);
    }

    private static <E extends Enum<E>> E one(E[] all, String word, String key) {
        for (E each : all) {
            if (each.name().substring(0, SHORT).equals(word.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new RefusedFileException(
                key,
                "'" + word + "' is not a three-letter name such as "
                        + all[0].name().substring(0, SHORT).toLowerCase(Locale.ROOT));
    }
}
