package org.consilium.server.session.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The steps that Redis runs atomically. Each is a Lua file beside this class, which documents its input and result. */
enum Script {
    LOAD,
    SAVE,
    RELEASE,
    REMOVE,
    END,
    EXISTS;

    private final String text = read(name().toLowerCase(Locale.ROOT) + ".lua");

    String text() {
        return text;
    }

    private static String read(String file) {
        try (InputStream stream = Script.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
