package org.consilium.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The server's classes as the virtual machine has them after loading and linking, in a file: with it a node starts with
 * half of the work. On JDK 25 an AOT cache (JEP 514), before that a CDS archive (JEP 350). It belongs to one build of
 * the server and one JDK; the virtual machine checks that it fits, and starts without it otherwise.
 */
public final class AotCache {
    /** Pages that anybody may read: their classes belong to what is loaded early. */
    private static final List<String> PAGES = List.of("", "sign-in", "register", "health/ready");

    private static final Duration RECORDED = Duration.ofMinutes(3);
    /** When everything is stopped, nobody waits for a recording. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** Before JDK 25 an AOT cache takes two runs to record. */
    private static final boolean IS_AOT = Runtime.version().feature() >= 25;

    private static final String SUFFIX = IS_AOT ? ".aot" : ".jsa";

    /** Keeps machine code out of it, which the virtual machine would run on a processor that does not know it. */
    private static final List<String> PORTABLE =
            IS_AOT ? List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTAdapterCaching") : List.of();

    /** The virtual machine crashes in some recordings, when a class is being loaded meanwhile (JDK 25.0.3). */
    private static final int ATTEMPTS = 3;

    private final Path folder;
    private final String name;

    private AotCache(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** That of the built server and the JDK of this process, recorded or not. It lies beside the distribution. */
    public static AotCache ofServer() {
        return in(distribution().resolveSibling("aot-cache"));
    }

    /**
     * The same in another folder, for nodes with other options of the virtual machine. What was recorded without C2 is
     * not for nodes with C2: a method would never be compiled further than in the recording.
     */
    public static AotCache in(Path folder) {
        return new AotCache(folder, fingerprint(distribution()));
    }

    private static Path distribution() {
        return Project.here().server().toAbsolutePath().resolveSibling("");
    }

    /** By the JDK, and each file's name, size and time, which the virtual machine compares as well. */
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
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(parts.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (IOException e) {
            throw StartException.of("read " + distribution, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether it has been recorded. */
    public boolean exists() {
        return Files.exists(file());
    }

    /** Where it is, once it has been recorded. */
    public Path file() {
        return folder.resolve(name + SUFFIX);
    }

    /** Notes that this server has been started, and tells whether it had been before: then it is worth a recording. */
    boolean startedBefore() {
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

    /** The options by which a virtual machine uses it; none as long as it is not recorded. */
    public List<String> options() {
        return exists() ? optionsFor(file()) : List.of();
    }

    /**
     * The options by which the virtual machine of this process's JDK uses the file, and says nothing if it does not
     * fit.
     */
    public static List<String> optionsFor(Path file) {
        List<String> options = new ArrayList<>(PORTABLE);
        options.addAll(
                IS_AOT
                        ? List.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:cds=off")
                        : List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off"));
        return options;
    }

    /**
     * Records it with a node of its own, which reads a few pages and ends. It takes about 30 s of processor time, at
     * low priority.
     *
     * @param settings a node on back ends that run
     * @throws StartException if the node does not start, or leaves no recording, several times
     */
    public void record(Workspace workspace, NodeSettings settings) {
        for (int attempt = 1; !exists(); attempt++) {
            try {
                recordOnce(workspace, settings);
            } catch (StartException e) {
                if (attempt == ATTEMPTS || workspace.isClosed()) {
                    throw e;
                }
            }
        }
    }

    private void recordOnce(Workspace workspace, NodeSettings settings) {
        try {
            Files.createDirectories(folder);
            Path recording = folder.resolve(name + "." + ProcessHandle.current().pid() + SUFFIX);
            NodeSettings recorded = settings.withJavaOptions(PORTABLE.toArray(String[]::new))
                    .withJavaOptions(
                            "-XX:ErrorFile=/dev/null",
                            (IS_AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + recording);
            List<String> command = new ArrayList<>(ChildCommand.withLowPriority());
            command.addAll(Node.command(workspace, recorded, List.of()));
            ChildProcess node = workspace.start(settings.name(), command, GRACE, child -> {});
            read(node, settings.address());
            node.ask();
            node.awaitEnd(RECORDED);
            Files.move(recording, file(), StandardCopyOption.ATOMIC_MOVE);
            removeOthers();
        } catch (IOException e) {
            throw StartException.of("record " + file(), e);
        }
    }

    private static void read(ChildProcess node, URI address) throws IOException {
        node.awaitOk(address.resolve("/health/ready"), RECORDED);
        for (String page : PAGES) {
            try (InputStream content = address.resolve("/" + page).toURL().openStream()) {
                content.readAllBytes();
            }
        }
    }

    /** Those of former builds, and what a recording that was cut off has left. */
    private void removeOthers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> !file.equals(file())).toList()) {
                Files.delete(file);
            }
        }
    }
}
