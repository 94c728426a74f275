package org.consilium.ear.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.consilium.ear.stand.Stand;
import org.consilium.local.database.MariaDb;
import org.consilium.local.process.Project;
import org.consilium.server.ServerProcess;

/** A node whose performance is measured, on the back ends of the tests. */
final class MeasuredServer {
    static final String HEAP = "768m";
    static final String COLLECTOR = "-XX:+UseSerialGC";

    /** The AWS SDK has names of its own for the environment. */
    private static final Map<String, String> NAMES_OF_SDK =
            Map.of("aws.accessKeyId", "AWS_ACCESS_KEY_ID", "aws.secretAccessKey", "AWS_SECRET_ACCESS_KEY");

    private MeasuredServer() {}

    /** Starts it; {@code sessions} is where it keeps them. */
    static ServerProcess start(Path folder, String sessions) throws IOException {
        return start(folder, sessions, Project.here().application());
    }

    /** The same with another application. */
    static ServerProcess start(Path folder, String sessions, Path application) throws IOException {
        Map<String, String> environment = new HashMap<>();
        Stand.get()
                .configuration(MariaDb.DEFAULT_DATABASE)
                .forEach((key, value) -> environment.put(NAMES_OF_SDK.getOrDefault(key, name(key)), value));
        environment.put("CONSILIUM_SESSIONS", sessions);
        environment.put("CONSILIUM_HEAP", HEAP);
        environment.put("CONSILIUM_JAVA_OPTS", COLLECTOR);
        return ServerProcess.start(folder, environment, "--deploy", application.toString());
    }

    private static String name(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
