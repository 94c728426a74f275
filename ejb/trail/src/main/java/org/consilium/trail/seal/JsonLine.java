package org.consilium.trail.seal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the trail: a JSON object of texts and whole numbers, in one way of writing alone, so that a line can be
 * hashed as it is. No spaces; names in a fixed order; absent values are left out; of the characters of a text, only
 * printable ASCII without {@code "} and {@code \} stands as it is, all others as <code>&#92;u00e9</code> with lowercase
 * digits.
 */
public final class JsonLine {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7e;
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private final StringBuilder text = new StringBuilder(320);

    /** The object up to its last value, without the brace at its end. */
    String open() {
        return text.toString();
    }

    public String close() {
        return text.append('}').toString();
    }

    public JsonLine with(String name, @Nullable String value) {
        if (value != null) {
            name(name).append('"');
            for (int i = 0; i < value.length(); i++) {
                append(value.charAt(i));
            }
            text.append('"');
        }
        return this;
    }

    public JsonLine with(String name, @Nullable Number value) {
        if (value != null) {
            name(name).append(value);
        }
        return this;
    }

    private StringBuilder name(String name) {
        return text.append(text.isEmpty() ? '{' : ',').append('"').append(name).append("\":");
    }

    private void append(char character) {
        if (character < FIRST_PRINTABLE || character > LAST_PRINTABLE || character == '"' || character == '\\') {
            String digits = Integer.toHexString(character);
            text.append("\\u").repeat('0', HEX_DIGITS - digits.length()).append(digits);
        } else {
            text.append(character);
        }
    }

    /**
     * The values of a line by their names.
     *
     * @throws IllegalArgumentException if it is not written as above
     */
    public static Map<String, String> parse(String line) {
        return new Parser(line).object();
    }

    private static final class Parser {
        private final String line;
        private int place;

        Parser(String line) {
            this.line = line;
        }

        Map<String, String> object() {
            Map<String, String> values = new LinkedHashMap<>();
            char before = '{';
            do {
                expect(before);
                String name = string();
                expect(':');
                String value = peek() == '"' ? string() : number();
                if (values.put(name, value) != null) {
                    throw unreadable();
                }
                before = ',';
            } while (peek() == ',');
            expect('}');
            if (place != line.length()) {
                throw unreadable();
            }
            return values;
        }

        private char peek() {
            return place < line.length() ? line.charAt(place) : 0;
        }

        private void expect(char wanted) {
            if (peek() != wanted) {
                throw unreadable();
            }
            place++;
        }

        private String number() {
            int start = place;
            while (peek() >= '0' && peek() <= '9') {
                place++;
            }
            if (place == start) {
                throw unreadable();
            }
            return line.substring(start, place);
        }

        private String string() {
            expect('"');
            int start = place;
            int end = line.indexOf('"', start);
            if (end < 0) {
                throw unreadable();
            }
            place = end + 1;
            String raw = line.substring(start, end);
            return raw.indexOf('\\') < 0 ? raw : unescaped(raw);
        }

        private String unescaped(String raw) {
            StringBuilder plain = new StringBuilder(raw.length());
            int i = 0;
            while (i < raw.length()) {
                if (raw.charAt(i) == '\\') {
                    if (!raw.startsWith("\\u", i) || i + 2 + HEX_DIGITS > raw.length()) {
                        throw unreadable();
                    }
                    plain.append((char) Integer.parseInt(raw.substring(i + 2, i + 2 + HEX_DIGITS), HEX));
                    i += 2 + HEX_DIGITS;
                } else {
                    plain.append(raw.charAt(i++));
                }
            }
            return plain.toString();
        }

        private IllegalArgumentException unreadable() {
            return new IllegalArgumentException("not a line of the trail, from character " + (place + 1));
        }
    }
}
