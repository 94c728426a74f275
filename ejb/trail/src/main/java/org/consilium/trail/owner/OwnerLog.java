package org.consilium.trail.owner;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Log lines in the server's format: a message and figures, which alarms are made of. None contains an entry, or
 * anything of one.
 */
public final class OwnerLog {
    private final PrintStream out;
    private final Clock clock;

    public OwnerLog(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Something that was done, with figures such as daysAhead=14. */
    void info(String message, Map<String, ?> figures) {
        line("INFO", message, figures);
    }

    void warning(String message, Map<String, ?> figures) {
        line("WARNING", message, figures);
    }

    void severe(String message) {
        line("SEVERE", message, Map.of());
    }

    private void line(String level, String message, Map<String, ?> figures) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        StringBuilder line = new StringBuilder("{\"type\":\"log\",\"time\":\"")
                .append(now)
                .append("\",\"level\":\"")
                .append(level)
                .append("\",\"logger\":\"consilium.trail\",\"message\":\"")
                .append(escaped(message))
                .append('"');
        figures.forEach((name, value) -> {
            line.append(",\"").append(name).append("\":");
            if (value instanceof Number) {
                line.append(value);
            } else {
                line.append('"').append(escaped(value.toString())).append('"');
            }
        });
        out.println(line.append('}'));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                escaped.append('\\').append(character);
            } else if (character < ' ') {
                escaped.append(' ');
            } else {
                escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
