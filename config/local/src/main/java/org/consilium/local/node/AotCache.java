package org.consilium.local.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.local.process.Project;
import org.consilium.local.process.Sha256;
import org.consilium.local.process.StartException;
import org.consilium.local.process.Workspace;

/**
 * A file with the server's classes as the JVM has them after loading and linking; with it, a node starts with half of
 * the work. It belongs to one build of the server and one JDK: the JVM checks that it fits, and starts without it
 * otherwise.
 */
public final class AotCache {
    private final Path folder;
    private final String name;

    private AotCache(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** The cache of the built server and the JDK of this process, recorded or not. It is next to the distribution. */
    public static AotCache ofServer() {
        return in(distribution().resolveSibling("aot-cache"));
    }

    /**
     * A cache in another folder, for nodes with other JVM options. A cache that was recorded without C2 must not be
     * used with C2: methods would never be compiled further than in the recording.
     */
    public static AotCache in(Path folder) {
        return new AotCache(folder, fingerprint(distribution()));
    }

    private static Path distribution() {
        return Project.here().server().toAbsolutePath().resolveSibling("");
    }

    /** Covers the JDK, and the name, size and time of each JAR file, which the JVM compares as well. */
    private static String fingerprint(Path distribution) {
        StringBuilder parts = new StringBuilder(Runtime.version().toString());
        try (Stream<Path> files = Files.walk(distribution)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                parts.append('\n')
                        .append(distribution.relativize(file))
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file).toMillis());
            }
        } catch (IOException e) {
            throw StartException.of("read " + distribution, e);
        }
        return HexFormat.of().formatHex(Sha256.of(parts.toString()), 0, 8);
    }

    /** Whether it has been recorded. */
    public boolean exists() {
        return Files.exists(file());
    }

    /** Its path, whether it has been recorded or not. */
    public Path file() {
        return folder.resolve(name + AotOptions.SUFFIX);
    }

    /** Notes that this server is being started. Returns whether it has been started before: then a cache pays off. */
    public boolean startedBefore() {
        Path note = folder.resolve(name + ".started");
        boolean before = Files.exists(note);
        try {
            Files.createDirectories(folder);
            Files.write(note, new byte[0]);
        } catch (IOException e) {
            throw StartException.of("write " + note, e);
        }
        return before;
    }

    /** The Java options for using it; none while it has not been recorded. */
    public List<String> options() {
        return exists() ? optionsFor(file()) : List.of();
    }

    /** The Java options for using the file on the JDK of this process; if the file does not fit, it is ignored. */
    public static List<String> optionsFor(Path file) {
        return AotOptions.using(file);
    }

    /**
     * Records it by a node of its own, at low priority; this takes about 30 s of CPU time.
     *
     * @param settings a node on running back ends
     * @throws StartException if the node does not start, or writes no recording, several times
     */
    public void record(Workspace workspace, NodeSettings settings) {
        new AotRecording(workspace, settings, file()).record();
    }
}
