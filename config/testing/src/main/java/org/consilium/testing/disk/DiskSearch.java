package org.consilium.testing.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds files by their content, wherever a process has put them since the search was created. */
public final class DiskSearch {
    /** Longer than a tick of the clock of the file system. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Path folder;
    private final FileTime begin = FileTime.from(Clock.systemUTC().instant().minus(TICK));

    private DiskSearch(Path folder) {
        this.folder = folder;
    }

    /** Searches a folder and those in it. */
    public static DiskSearch below(Path folder) {
        return new DiskSearch(folder);
    }

    /** The files that contain a text in ASCII. Files that are deleted meanwhile are left out. */
    public List<Path> with(String text) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isNew(attributes) && contains(file, text)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private boolean isNew(BasicFileAttributes attributes) {
        return attributes.isRegularFile() && attributes.lastModifiedTime().compareTo(begin) > 0;
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException gone) {
            return false;
        }
    }
}
