package org.consilium.ear.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.consilium.local.process.Project;
import org.junit.jupiter.api.Assumptions;

/**
 * The server and the application of the version before this one, built from the commit that {@code ear/tests/pom.xml}
 * names. That takes two minutes, once: they are kept in the user's cache, out of reach of {@code mvn clean}.
 *
 * @param server the launcher of its distribution
 * @param application its EAR
 */
record PreviousVersion(Path server, Path application) {

    private static final String COMMIT = System.getProperty("previous.version", "");

    private static PreviousVersion in(Path folder) {
        return new PreviousVersion(folder.resolve("dist/server.jar"), folder.resolve("consilium.ear"));
    }

    /**
     * The one that is kept, or else built now. A clone without the commit leaves the running test out, and says so in a
     * line; a machine that checks changes (variable {@code CI}) must have it.
     */
    static PreviousVersion orLeaveOut(String tests) {
        Path kept = Path.of(System.getProperty("user.home"), ".cache", "consilium", COMMIT);
        Optional<PreviousVersion> version = find(kept);
        String reason = "the commit " + COMMIT + " is missing (git fetch --unshallow brings the whole history)";
        if (version.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(reason);
        }
        String message = tests + " are left out: " + reason;
        if (version.isEmpty()) {
            System.out.println(message);
        }
        Assumptions.assumeTrue(version.isPresent(), message);
        return version.orElseThrow();
    }

    private static Optional<PreviousVersion> find(Path kept) {
        try {
            Files.createDirectories(kept.getParent());
            Path locked = kept.resolveSibling(COMMIT + ".lock");
            try (FileChannel channel = FileChannel.open(locked, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("no lock on " + locked);
                }
                return Files.isDirectory(kept) ? Optional.of(in(kept)) : build(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<PreviousVersion> build(Path kept) throws IOException {
        Path project = Project.here().folder();
        Path work = kept.resolveSibling(COMMIT + ".building");
        Command.in(project, "rm", "-rf", work.toString()).run();
        Files.createDirectories(work);
        Path sources = work.resolve("sources.tar");
        if (!Command.in(project, "git", "archive", "--output=" + sources, COMMIT)
                .succeeds()) {
            return Optional.empty();
        }
        System.out.println("building the version before, " + COMMIT + ", for tests of a rolling upgrade");
        Command.in(work, "tar", "-xf", sources.toString()).run();
        Command.in(work, maven()).run();
        Path finished = Files.createDirectories(work.resolve("finished"));
        Files.move(work.resolve("config/server/target/dist"), finished.resolve("dist"));
        Files.move(work.resolve("ear/target/consilium.ear"), finished.resolve("consilium.ear"));
        Files.move(finished, kept);
        Command.in(project, "rm", "-rf", work.toString()).run();
        return Optional.of(in(kept));
    }

    /** Nothing but the server and the EAR; what checked this version was run when it was made. */
    private static String[] maven() {
        return List.of(
                        "sh",
                        "mvnw",
                        "-q",
                        "-B",
                        "-ntp",
                        "package",
                        "-pl",
                        "ear,config/server",
                        "-am",
                        "-Dmaven.test.skip=true",
                        "-Dspotbugs.skip=true",
                        "-Dcyclonedx.skip=true",
                        "-Dspotless.check.skip=true",
                        "-Dmaven.repo.local=" + System.getProperty("previous.repository"))
                .toArray(String[]::new);
    }
}
