package org.consilium.imaging;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The formats that this machine can decode beside JPEG, PNG, and WebP. It is told by the files of libraries: no process
 * but the worker loads them.
 */
public final class InstalledFormats {

    private static final String LIBHEIF = "libheif.so.1";
    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/usr/local/lib"));

    private static final String PLUGINS = "libheif/plugins/";

    private static final Set<PhotoFormat> FORMATS = find();

    private InstalledFormats() {}

    /** Whether photos of this format are decoded. */
    public static boolean has(PhotoFormat format) {
        return FORMATS.contains(format);
    }

    private static Set<PhotoFormat> find() {
        Set<PhotoFormat> found = EnumSet.of(PhotoFormat.JPEG, PhotoFormat.PNG, PhotoFormat.WEBP);
        if (hasLibrary(LIBHEIF)) {
            // since version 1.16 Debian has a package for each decoder; before, libheif is linked to all of them
            boolean pluggable = hasLibrary(PLUGINS + "*.so");
            if (hasLibrary(pluggable ? PLUGINS + "libheif-{libde265,ffmpegdec}.so" : "libde265.so.*")) {
                found.add(PhotoFormat.HEIC);
            }
            if (hasLibrary(pluggable ? PLUGINS + "libheif-{dav1d,aomdec}.so" : "lib{dav1d,aom}.so.*")) {
                found.add(PhotoFormat.AVIF);
            }
        }
        return found;
    }

    /** Debian keeps libraries in a folder for each kind of processor. */
    private static boolean hasLibrary(String pattern) {
        return FOLDERS.stream()
                .anyMatch(folder -> contains(folder, pattern) || contains(folder, "*-linux-gnu*/" + pattern));
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
