package org.consilium.ear.stand;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that tests need beside the JDK: the one that is installed, else the one that Debian's package of the name
 * brings, if the tests run as root there.
 *
 * @param name of the package
 * @param programs any of them will do, the first that is found is taken
 */
public record DebianPackage(String name, List<String> programs) {

    /** Where Debian puts what serves: not on everybody's path. */
    private static final String SERVERS = "/usr/sbin";

    /** What was looked for is looked for once. */
    private static final Map<DebianPackage, Optional<Path>> FOUND = new HashMap<>();

    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    /** A package with a program of the same name. */
    public static DebianPackage of(String name) {
        return new DebianPackage(name, List.of(name));
    }

    /** The program, installed if need be; empty if it cannot be had on this machine. */
    public Optional<Path> program() {
        synchronized (FOUND) {
            return FOUND.computeIfAbsent(
                    this,
                    wanted -> onPath(wanted.programs)
                            .or(() -> wanted.install() ? onPath(wanted.programs) : Optional.empty()));
        }
    }

    private static Optional<Path> onPath(List<String> names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        List<Path> folders = Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of(SERVERS))
                .map(Path::of)
                .toList();
        return names.stream()
                .flatMap(program -> folders.stream().map(folder -> folder.resolve(program)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private boolean install() {
        return Files.exists(Path.of("/etc/debian_version"))
                && isRoot()
                && succeeds("apt-get", "-qq", "update")
                && succeeds("apt-get", "-qq", "install", "-y", "--no-install-recommends", name);
    }

    /** Who may install something; Chromium's sandbox does not work for them. */
    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Leaves the running test out where the program cannot be had, and says so in a line. */
    public Path orLeaveOut(String tests) {
        Optional<Path> program = program();
        String message = tests + " are left out: " + name + " is missing (apt-get install " + name + ")";
        if (program.isEmpty() && TOLD.add(message)) {
            System.out.println(message);
        }
        Assumptions.assumeTrue(program.isPresent(), message);
        return program.orElseThrow();
    }

    private static boolean succeeds(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
            return builder.start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
