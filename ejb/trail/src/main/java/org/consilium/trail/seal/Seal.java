package org.consilium.trail.seal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A seal: which entries it is over, their hash, and the hash of the seal before.
 *
 * @param number counted from 1
 * @param at when it was made, by the database's clock; nothing is decided by it
 * @param upTo the highest id of all entries sealed so far
 * @param ids of its own entries
 * @param open ids up to {@code upTo} that later seals look for
 * @param rows SHA-256, in hexadecimal digits, of the SHA-256 of each of its lines, in the order of ids
 * @param marks of its entries, in the order of ids
 * @param previous the hash of the seal before; {@link Sha256#NONE} for the first
 * @param key the id of the key that has signed it
 */
public record Seal(
        long number,
        String at,
        long upTo,
        Ids ids,
        OpenIds open,
        String rows,
        Marks marks,
        String previous,
        String key) {
    private static final String NUMBER = "seal";

    public static boolean isSeal(String line) {
        return line.startsWith("{\"" + NUMBER + "\":");
    }

    /** The line, to be signed. */
    JsonLine line() {
        return new JsonLine()
                .with(NUMBER, number)
                .with("at", at)
                .with("up_to", upTo)
                .with("count", ids.size())
                .with("ids", ids.toString())
                .with("open", open.toString())
                .with("rows", rows)
                .with("marks", marks.toString())
                .with("previous", previous);
    }

    /**
     * Reads a seal.
     *
     * @throws IllegalArgumentException if the line does not say what a seal says
     */
    public static Seal parse(SignedLine line) {
        Map<String, String> values = line.values();
        try {
            Ids ids = Ids.parse(value(values, "ids"));
            Marks marks = Marks.parse(value(values, "marks"));
            if (ids.size() != Long.parseLong(value(values, "count")) || marks.size() != ids.size()) {
                throw new IllegalArgumentException("another number of entries");
            }
            return new Seal(
                    Long.parseLong(value(values, NUMBER)),
                    value(values, "at"),
                    Long.parseLong(value(values, "up_to")),
                    ids,
                    OpenIds.parse(value(values, "open")),
                    value(values, "rows"),
                    marks,
                    value(values, "previous"),
                    value(values, "key"));
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException("not a seal", unreadable);
        }
    }

    static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    /**
     * The ids that are settled by this seal: each id belongs to exactly one seal, which holds its entry, or says that
     * there will be none.
     *
     * @param before the seal before; null for the first
     */
    public Ids settled(@Nullable Seal before) {
        Ids until = before == null ? Ids.NONE : before.open().ids();
        long from = before == null ? 0 : before.upTo() + 1;
        return until.plus(Ids.of(from, upTo)).minus(open.ids());
    }
}
