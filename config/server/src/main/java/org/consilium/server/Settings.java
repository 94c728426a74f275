package org.consilium.server;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings from outside: {@code consilium.server.drain-delay} as a system property, or else
 * {@code CONSILIUM_DRAIN_DELAY} in the environment.
 */
final class Settings {
    private static final String PREFIX = "consilium.server.";

    private final Map<String, String> environment;

    Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    String text(String key, String fallback) {
        String value = find(key);
        return value == null ? fallback : value;
    }

    boolean flag(String key) throws CannotStart {
        String value = text(key, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw invalid(key, value, "true or false");
        }
        return value.equals("true");
    }

    Duration seconds(String key, int fallback) throws CannotStart {
        return Duration.ofSeconds(number(key, fallback, 0, 3600));
    }

    int number(String key, int fallback, int least, int most) throws CannotStart {
        String value = text(key, Integer.toString(fallback));
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw invalid(key, value, "a number from " + least + " to " + most);
        }
        return Integer.parseInt(value);
    }

    private @Nullable String find(String key) {
        String value = System.getProperty(PREFIX + key);
        if (value == null || value.isBlank()) {
            value = environment.get(variable(key));
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static CannotStart invalid(String key, String value, String expected) {
        return CannotStart.because(
                PREFIX + key + " (" + variable(key) + ") is '" + value + "', but must be " + expected);
    }

    private static String variable(String key) {
        return "CONSILIUM_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
