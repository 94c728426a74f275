package org.consilium.trail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The tables of the trail. They stand in a schema of their own beside the application's, which is named like that one
 * with a suffix: its owner creates them, and the application's user may read them and add to them, and nothing else.
 */
public final class TrailSchema {
    private static final String SUFFIX = "_trail";

    private TrailSchema() {}

    /** The name of the schema beside the application's. */
    public static String beside(String schema) {
        return schema + SUFFIX;
    }

    /**
     * The statements by which the owner creates the schema and its tables, each of which may be run again, and lets the
     * application's user read and add.
     *
     * @param schema the trail's
     * @param account the application's user, as 'name'@'host'
     */
    public static List<String> creating(String schema, String account) {
        String script = script().replace("${schema}", schema)
                // in a grant, _ is a wildcard for any character
                .replace("${pattern}", schema.replace("_", "\\_"))
                .replace("${account}", account);
        return Arrays.stream(script.split(";\\R"))
                .map(TrailSchema::withoutComments)
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    private static String withoutComments(String statement) {
        return String.join(
                "\n",
                statement
                        .lines()
                        .filter(line -> !line.stripLeading().startsWith("--"))
                        .toList());
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(TrailSchema.class.getResourceAsStream("schema.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
