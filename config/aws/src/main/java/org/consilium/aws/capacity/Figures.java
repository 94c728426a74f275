package org.consilium.aws.capacity;

import java.util.Locale;

/** Numbers as people read them: three digits that count, no more. */
final class Figures {

    private static final double THOUSAND = 1000;
    private static final double TEN = 10;

    private Figures() {}

    static String of(double number) {
        double size = Math.abs(number);
        if (size >= THOUSAND) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        if (size >= TEN * TEN || number == Math.rint(number)) {
            return String.format(Locale.ROOT, "%.0f", number);
        }
        return String.format(Locale.ROOT, size >= TEN ? "%.1f" : size >= 1 / TEN ? "%.2f" : "%.4f", number);
    }

    /** As it would stand in a file. */
    static String plain(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%s", number);
    }

    static String dollars(double dollars) {
        return String.format(Locale.ROOT, "%,.2f", dollars);
    }

    /** Fills in numbers as people read them. */
    static String say(String format, Object... values) {
        Object[] read = new Object[values.length];
        for (int at = 0; at < values.length; at++) {
            read[at] = values[at] instanceof Number number ? of(number.doubleValue()) : values[at];
        }
        return String.format(Locale.ROOT, format, read);
    }
}
