package org.consilium.server.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A folder of the distribution. Writes only files whose content differs. */
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

    /** A folder within this one. */
    Tree in(String folder) {
        return new Tree(root.resolve(folder), kept);
    }

    /** The files written or kept so far, in order. */
    List<Path> files() {
        return kept.stream().filter(file -> file.startsWith(root)).sorted().toList();
    }

    /** Deletes all other files: a jar of an earlier version would still be on the class path. */
    void prune() throws IOException {
        try (var files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.isRegularFile(file) && !kept.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Copies the files below {@code source}, except those with the given names. */
    void copy(Path source, String... except) throws IOException {
        List<String> excluded = Arrays.asList(except);
        try (var files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = source.relativize(file).toString();
                if (Files.isRegularFile(file) && !excluded.contains(name)) {
                    copyFile(file, root.resolve(name));
                }
            }
        }
    }

    /** Writes a file, unless it has this content already. */
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
