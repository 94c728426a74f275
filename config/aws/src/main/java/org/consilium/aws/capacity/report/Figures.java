package org.consilium.aws.capacity.report;

import java.util.Locale;

/** Formats numbers for people: three significant digits, or the whole number if it is longer. */
public final class Figures {

    private static final double THOUSAND = 1000;
    private static final double TEN = 10;

    private Figures() {}

    public static String of(double number) {
        double size = Math.abs(number);
        if (size >= THOUSAND) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        if (size >= TEN * TEN || number == Math.rint(number)) {
            return String.format(Locale.ROOT, "%.0f", number);
        }
        return String.format(Locale.ROOT, size >= TEN ? "%.1f" : size >= 1 / TEN ? "%.2f" : "%.4f", number);
    }

    /** With all its digits. */
    public static String plain(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%s", number);
    }

    public static String dollars(double dollars) {
        return String.format(Locale.ROOT, "%,.2f", dollars);
    }

    /** Fills numbers, formatted for people, into a sentence. */
    static String say(String format, Object... values) {
        Object[] read = new Object[values.length];
        for (int at = 0; at < values.length; at++) {
            read[at] = values[at] instanceof Number number ? of(number.doubleValue()) : values[at];
        }
        return String.format(Locale.ROOT, format, read);
    }
}
