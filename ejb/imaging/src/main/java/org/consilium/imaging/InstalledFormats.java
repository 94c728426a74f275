package org.consilium.imaging;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The formats that this machine can decode beside JPEG, PNG, and WebP. It is told by the files of libraries: no process
 * but the worker loads them.
 */
public final class InstalledFormats {

    private static final String LIBHEIF = "libheif.so.1";
    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/usr/local/lib"));

    private static final boolean HEIF = FOLDERS.stream().anyMatch(InstalledFormats::hasHeif);

    private InstalledFormats() {}

    /** Whether HEIC and AVIF are decoded (Debian's package libheif1). */
    public static boolean heif() {
        return HEIF;
    }

    /** Debian keeps libraries in a folder for each kind of processor. */
    private static boolean hasHeif(Path folder) {
        return contains(folder, LIBHEIF) || contains(folder, "*-linux-gnu*/" + LIBHEIF);
    }

    private static boolean contains(Path folder, String pattern) {
        int slash = pattern.indexOf('/');
        String first = slash < 0 ? pattern : pattern.substring(0, slash);
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, first)) {
            for (Path path : found) {
                if (slash < 0 || contains(path, pattern.substring(slash + 1))) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
