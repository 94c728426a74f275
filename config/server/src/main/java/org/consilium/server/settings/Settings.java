package org.consilium.server.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings: a system property such as {@code consilium.server.drain-delay}, or else an environment variable such
 * as {@code CONSILIUM_DRAIN_DELAY}.
 */
public final class Settings {
    private final Map<String, String> environment;
    private final String prefix;
    private final String variablePrefix;

    public Settings(Map<String, String> environment) {
        this(environment, "consilium.server.", "CONSILIUM_");
    }

    private Settings(Map<String, String> environment, String prefix, String variablePrefix) {
        this.environment = environment;
        this.prefix = prefix;
        this.variablePrefix = variablePrefix;
    }

    /** The settings of Redis: {@code consilium.redis.url}, or else {@code CONSILIUM_REDIS_URL}. */
    public Settings ofRedis() {
        return new Settings(environment, "consilium.redis.", "CONSILIUM_REDIS_");
    }

    public String text(String key, String fallback) {
        String value = find(key);
        return value == null ? fallback : value;
    }

    /** Whether there is a value for the key. */
    public boolean has(String key) {
        return find(key) != null;
    }

    public boolean flag(String key) throws CannotStart {
        String value = text(key, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw invalid(key, value, "true or false");
        }
        return value.equals("true");
    }

    public Duration seconds(String key, int fallback) throws CannotStart {
        return Duration.ofSeconds(number(key, fallback, 0, 3600));
    }

    public int number(String key, int fallback, int min, int max) throws CannotStart {
        String value = text(key, Integer.toString(fallback));
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < min || Integer.parseInt(value) > max) {
            throw invalid(key, value, "a number from " + min + " to " + max);
        }
        return Integer.parseInt(value);
    }

    /** One of the constants of an enum, in lowercase letters. */
    public <E extends Enum<E>> E choice(String key, E fallback) throws CannotStart {
        String value = text(key, fallback.name().toLowerCase(Locale.ROOT));
        for (E constant : fallback.getDeclaringClass().getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
                return constant;
            }
        }
        throw invalid(key, value, "one of " + names(fallback.getDeclaringClass()));
    }

    /** The server cannot start because a value is invalid. */
    public CannotStart invalid(String key, String value, String expected) {
        return CannotStart.because(
                prefix + key + " (" + variable(key) + ") is '" + value + "', but must be " + expected);
    }

    /** The server cannot start because a value is missing. */
    public CannotStart missing(String key, String meaning) {
        return CannotStart.because(prefix + key + " (" + variable(key) + ") is missing: " + meaning);
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private @Nullable String find(String key) {
        String value = System.getProperty(prefix + key);
        if (value == null || value.isBlank()) {
            value = environment.get(variable(key));
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    private String variable(String key) {
        return variablePrefix + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
