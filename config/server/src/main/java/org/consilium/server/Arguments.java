package org.consilium.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.consilium.server.settings.CannotStart;
import org.consilium.server.settings.Settings;
import org.jspecify.annotations.Nullable;

/** The command line: those arguments of Payara Micro that apply here, by the same names. */
final class Arguments {
    private static final Set<String> WITH_VALUE = Set.of(
            "--deploy", "--port", "--host", "--rootdir", "--systemproperties", "--maxhttpthreads", "--autobindrange");

    /** The last two have no effect, but people and tools pass them: the server never joins a cluster of its own. */
    private static final Set<String> WITHOUT_VALUE =
            Set.of("--help", "--summary", "--showservletmappings", "--autobindhttp", "--nohazelcast", "--nocluster");

    private final Map<String, String> values = new HashMap<>();
    private final List<Path> propertyFiles = new ArrayList<>();

    Arguments(List<String> arguments) throws CannotStart {
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            String name = argument.toLowerCase(Locale.ROOT);
            if (WITH_VALUE.contains(name)) {
                if (!rest.hasNext()) {
                    throw CannotStart.usage(argument + " needs a value");
                }
                put(name, rest.next());
            } else if (WITHOUT_VALUE.contains(name)) {
                values.put(name, "");
            } else {
                throw CannotStart.usage("unknown argument '" + argument + "'");
            }
        }
    }

    private void put(String name, String value) throws CannotStart {
        if (name.equals("--systemproperties")) {
            propertyFiles.add(Path.of(value));
        } else if (values.put(name, value) != null) {
            throw CannotStart.usage(name + " is given twice");
        }
    }

    boolean help() {
        return values.containsKey("--help");
    }

    /** Files of system properties, in the order of the command line. */
    List<Path> propertyFiles() {
        return propertyFiles;
    }

    /** Resolves every option: the argument, or else the setting, or else the default. */
    Options options(Settings settings) throws CannotStart {
        return new Options(
                Path.of(required("--deploy", settings.text("ear", ""))),
                value("--host", settings.text("host", "0.0.0.0")),
                number("--port", settings.number("port", 8080, 1, 65535), 65535),
                values.containsKey("--autobindhttp") ? number("--autobindrange", 5, 65535) : 0,
                rootDirectory(),
                values.containsKey("--summary")
                        || values.containsKey("--showservletmappings")
                        || settings.flag("summary"),
                settings.flag("trust-proxy"),
                number("--maxhttpthreads", settings.number("http-threads", 200, 1, 10_000), 10_000),
                settings.choice("admission", Admission.BOUNDED) == Admission.BOUNDED,
                settings.seconds("drain-delay", 0),
                settings.seconds("drain-timeout", 30));
    }

    private @Nullable Path rootDirectory() {
        String value = values.get("--rootdir");
        return value == null ? null : Path.of(value);
    }

    private String required(String name, String fallback) throws CannotStart {
        String value = value(name, fallback);
        if (value.isEmpty()) {
            throw CannotStart.usage(name + " is missing");
        }
        return value;
    }

    private String value(String name, String fallback) {
        return values.getOrDefault(name, fallback);
    }

    private int number(String name, int fallback, int most) throws CannotStart {
        String value = value(name, Integer.toString(fallback));
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
            throw CannotStart.usage(name + " is '" + value + "', but must be a number from 1 to " + most);
        }
        return Integer.parseInt(value);
    }

    /** Which requests are admitted. */
    private enum Admission {
        /** As many as this node can serve. */
        BOUNDED,
        /** All. */
        OPEN
    }
}
