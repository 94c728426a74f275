package org.consilium.server.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A folder of the distribution, written to only where it differs from what it should be. */
final class Tree {
    private final Path root;
    private final Set<Path> kept;

    Tree(Path root) {
        this(root, new HashSet<>());
    }

    private Tree(Path root, Set<Path> kept) {
        this.root = root;
        this.kept = kept;
    }

    /** A folder in this one. */
    Tree in(String folder) {
        return new Tree(root.resolve(folder), kept);
    }

    /** The files named so far, in order. */
    List<Path> files() {
        return kept.stream().filter(file -> file.startsWith(root)).sorted().toList();
    }

    /** Removes what none of the calls before has named: a jar of a former version would still be on the class path. */
    void prune() throws IOException {
        try (var files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.isRegularFile(file) && !kept.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Copies what lies below {@code source}, but for the files named. */
    void copy(Path source, String... except) throws IOException {
        List<String> left = Arrays.asList(except);
        try (var files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = source.relativize(file).toString();
                if (Files.isRegularFile(file) && !left.contains(name)) {
                    copyFile(file, root.resolve(name));
                }
            }
        }
    }

    /** Writes a file unless it has this content already. */
    void write(String name, byte[] content) throws IOException {
        Path file = root.resolve(name);
        kept.add(file);
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            Files.createDirectories(root);
            Files.write(file, content);
        }
    }

    private void copyFile(Path from, Path to) throws IOException {
        kept.add(to);
        if (Files.exists(to)
                && Files.size(from) == Files.size(to)
                && Files.getLastModifiedTime(from).equals(Files.getLastModifiedTime(to))) {
            return;
        }
        Files.createDirectories(to.resolveSibling(""));
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }
}
