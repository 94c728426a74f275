package org.consilium.web.script;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Node.js and its package manager, with which the scripts are checked. */
final class NodeJs {

    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\..*");

    private NodeJs() {}

    /** Whether there is npm, and a Node.js that ESLint runs on: 20.19 or newer. */
    static boolean isThere() throws IOException, InterruptedException {
        return isOnPath("npm") && isOnPath("node") && isNewEnough(output("node", "--version"));
    }

    static boolean isNewEnough(String version) {
        Matcher parts = VERSION.matcher(version.strip());
        if (!parts.matches()) {
            return false;
        }
        int major = Integer.parseInt(parts.group(1));
        return major > 20 || (major == 20 && Integer.parseInt(parts.group(2)) >= 19);
    }

    /** Runs a command in the module's folder and prints what it says; the exit code. */
    static int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().transferTo(System.out);
        return process.waitFor();
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? output : "";
    }

    private static boolean isOnPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
