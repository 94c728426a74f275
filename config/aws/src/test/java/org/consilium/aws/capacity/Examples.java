package org.consilium.aws.capacity;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The committed answers, those of a country, and either with some of them changed. */
final class Examples {

    private Examples() {}

    static Answers committed(String... changes) {
        return changed("answers.properties", changes);
    }

    static Answers country(String... changes) {
        return changed("large.properties", changes);
    }

    static String text(String file) {
        try (InputStream source = Objects.requireNonNull(Examples.class.getResourceAsStream(file), file)) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Answers parsed(String text) {
        try {
            return Answers.read(new StringReader(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param changes lines such as {@code zones=4} */
    static String replaced(String text, String... changes) {
        String result = text;
        for (String change : changes) {
            String key = change.substring(0, change.indexOf('='));
            String line = "(?m)^" + key.replace(".", "\\.") + "=.*$";
            if (result.replaceFirst(line, "").equals(result)) {
                throw new IllegalArgumentException("no such key to change: " + key);
            }
            result = result.replaceFirst(line, change);
        }
        return result;
    }

    private static Answers changed(String file, String... changes) {
        return parsed(replaced(text(file), changes));
    }
}
