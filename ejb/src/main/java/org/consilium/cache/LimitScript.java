package org.consilium.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** The atomic operations on a limit in Redis, each in a Lua file that documents its arguments and result. */
enum LimitScript {
    USE,
    GIVE_BACK;

    private final String text = read(name().toLowerCase(Locale.ROOT).replace('_', '-') + ".lua");

    String text() {
        return text;
    }

    private static String read(String file) {
        try (InputStream lua = Objects.requireNonNull(LimitScript.class.getResourceAsStream(file), file)) {
            return new String(lua.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
