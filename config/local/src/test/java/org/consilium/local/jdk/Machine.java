package org.consilium.local.jdk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs scripts on a pretended machine with fake JDKs and programs, in a folder with a space in its path. */
final class Machine {
    private final Path programs;
    private final Path jdks;
    private final Map<String, String> environment = new TreeMap<>();

    Machine(Path folder) throws IOException {
        programs = Files.createDirectories(folder.resolve("a machine/bin"));
        jdks = Files.createDirectories(folder.resolve("a machine/jvm"));
    }

    /** Adds a JDK in the usual place. */
    Path jdk(String folder, String version) throws IOException {
        Path jdk = jre(folder, version);
        write(jdk.resolve("bin/javac"), "exit 0");
        return jdk;
    }

    Path jre(String folder, String version) throws IOException {
        Path jre = Files.createDirectories(jdks.resolve(folder));
        Files.createDirectories(jre.resolve("bin"));
        Files.writeString(jre.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jre;
    }

    /** Puts the compiler of the JDK on the PATH, by a symbolic link as on Debian. */
    void isDefault(Path jdk) throws IOException {
        Files.createSymbolicLink(programs.resolve("javac"), jdk.resolve("bin/javac"));
    }

    void program(String name, String script) throws IOException {
        write(programs.resolve(name), script);
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    static void write(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Outcome run(String... command) throws IOException, InterruptedException {
        Path errors = programs.resolveSibling("errors");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        String path = builder.environment().get("PATH");
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "MAVEN_OPTS"));
        builder.environment().put("PATH", programs + ":" + path);
        builder.environment().put("CONSILIUM_JDKS", jdks.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(
                process.waitFor(),
                output.lines().toList(),
                Files.readString(errors).lines().toList());
    }

    /** The exit code, and the lines of standard output and standard error. */
    record Outcome(int code, List<String> output, List<String> errors) {}
}
