package org.consilium.ear.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that is run to its end in a folder, with the JDK of the tests. */
final class Command {

    /** What the Maven that runs the tests tells its own children of itself. */
    private static final List<String> OF_OUTER_MAVEN =
            List.of("MAVEN_PROJECTBASEDIR", "MAVEN_BASEDIR", "MAVEN_CMD_LINE_ARGS");

    private final Path folder;
    private final List<String> words;

    private Command(Path folder, List<String> words) {
        this.folder = folder;
        this.words = words;
    }

    static Command in(Path folder, String... words) {
        return new Command(folder, List.of(words));
    }

    boolean succeeds() throws IOException {
        return end().status() == 0;
    }

    /** @throws IOException with what it has written, if it fails */
    void run() throws IOException {
        End end = end();
        if (end.status() != 0) {
            throw new IOException(String.join(" ", words) + " ended with " + end.status() + ":\n" + end.output());
        }
    }

    private End end() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        OF_OUTER_MAVEN.forEach(environment::remove);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new End(process.waitFor(), output);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private record End(int status, String output) {}
}
