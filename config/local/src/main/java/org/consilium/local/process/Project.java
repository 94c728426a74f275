package org.consilium.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The paths of a project that has been checked out and built. */
public final class Project {
    private static final String WRAPPER = "mvnw";

    private final Path root;

    private Project(Path root) {
        this.root = root;
    }

    /** The project that Maven is building; in the process of a test, the one that contains the working folder. */
    public static Project here() {
        return Optional.ofNullable(System.getProperty("maven.multiModuleProjectDirectory"))
                .map(Path::of)
                .map(Project::new)
                .orElseGet(() -> containing(Path.of("").toAbsolutePath()));
    }

    static Project containing(Path folder) {
        for (@Nullable Path candidate = folder; candidate != null; candidate = candidate.getParent()) {
            if (Files.exists(candidate.resolve(WRAPPER))) {
                return new Project(candidate);
            }
        }
        throw new StartException("no project contains " + folder + ": there is no " + WRAPPER + " in it or above it");
    }

    public Path folder() {
        return root;
    }

    /** The folder where the run command keeps its state. */
    public Path state() {
        return overridden("consilium.local.dir", root.resolve(".local"));
    }

    public Path server() {
        return built(overridden("consilium.local.server", root.resolve("config/server/target/dist/server.jar")));
    }

    public Path application() {
        return built(overridden("consilium.local.application", root.resolve("ear/target/consilium.ear")));
    }

    public Path s3proxy() {
        return built(root.resolve("config/local/target/tools/s3proxy.jar"));
    }

    /** The Java that runs this process; the children run on the same. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static Path overridden(String key, Path otherwise) {
        String value = System.getProperty(key);
        return value == null ? otherwise : Path.of(value).toAbsolutePath();
    }

    private static Path built(Path file) {
        if (!Files.exists(file)) {
            throw new StartException(file + " is missing: build it with ./mvnw package -DskipTests");
        }
        return file;
    }
}
