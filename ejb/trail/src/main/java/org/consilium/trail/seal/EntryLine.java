package org.consilium.trail.seal;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail as a line, with its id: the canonical form that seals are made of, and in which it is exported.
 */
public record EntryLine(long id, String text) {
    /** The columns of an entry, in the order of its line. */
    public static final List<String> COLUMNS = List.of(
            "id",
            "at",
            "kind",
            "action",
            "outcome",
            "account",
            "role",
            "patient",
            "record_type",
            "record",
            "relation",
            "address",
            "device",
            "node",
            "request",
            "reason",
            "detail");

    private static final String BEGINNING = "{\"entry\":";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

    /**
     * Writes an entry.
     *
     * @param row the values of {@link #COLUMNS}: a number, a time in UTC, and then numbers, texts, and nulls
     */
    public static EntryLine of(@Nullable Object[] row) {
        if (!(row[0] instanceof Number id) || !(row[1] instanceof LocalDateTime at)) {
            throw new IllegalArgumentException("an entry has an id and a time");
        }
        JsonLine line = new JsonLine().with("entry", id).with("at", time(at));
        for (int i = 2; i < COLUMNS.size(); i++) {
            Object value = row[i];
            if (value instanceof Number number) {
                line.with(COLUMNS.get(i), number);
            } else if (value != null) {
                line.with(COLUMNS.get(i), value.toString());
            }
        }
        return new EntryLine(id.longValue(), line.close());
    }

    /** In UTC, with six digits of the second. */
    public static String time(LocalDateTime at) {
        return TIME.format(at);
    }

    public static boolean isEntry(String line) {
        return line.startsWith(BEGINNING);
    }

    /**
     * Reads the id at the beginning of the line of an entry.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static EntryLine parse(String line) {
        int end = line.indexOf(',');
        if (!isEntry(line) || end < 0) {
            throw new IllegalArgumentException("not an entry");
        }
        return new EntryLine(Long.parseLong(line, BEGINNING.length(), end, 10), line);
    }

    /** The same content under another id. */
    public EntryLine as(long other) {
        return new EntryLine(other, BEGINNING + other + text.substring(text.indexOf(',')));
    }
}
