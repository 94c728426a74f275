package org.consilium.local.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Searches the log of a program for the known causes of a failure, and says what to do about them. */
public final class Diagnosis {
    private static final Pattern LIBRARY = Pattern.compile("error while loading shared libraries: ([^:\\s]+)");
    private static final Pattern C_LIBRARY = Pattern.compile("version [`'](GLIBC(?:XX)?_[0-9.]+)' not found");
    private static final Pattern DISK = Pattern.compile("No space left on device|Errcode: 28\\b|error: 28\\b|ENOSPC");
    private static final Pattern QUOTA = Pattern.compile("Disk quota exceeded");
    private static final Pattern PORT = Pattern.compile("Address already in use|Do you already have another");
    private static final Pattern RIGHTS = Pattern.compile("Permission denied|AccessDeniedException");
    private static final Pattern MEMORY =
            Pattern.compile("Cannot allocate memory|insufficient memory for the Java Runtime|OutOfMemoryError");

    /** The Debian package of each library that MariaDB or Redis is linked against. */
    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("libcrypt.so.1", "libcrypt1"),
            Map.entry("libsystemd.so.0", "libsystemd0"),
            Map.entry("libstdc++.so.6", "libstdc++6"),
            Map.entry("libgcc_s.so.1", "libgcc-s1"),
            Map.entry("libcap.so.2", "libcap2"),
            Map.entry("libgcrypt.so.20", "libgcrypt20"),
            Map.entry("liblzma.so.5", "liblzma5"),
            Map.entry("libzstd.so.1", "libzstd1"),
            Map.entry("liblz4.so.1", "liblz4-1"),
            Map.entry("libgpg-error.so.0", "libgpg-error0"),
            Map.entry("libaio.so.1", "libaio1"),
            Map.entry("liburing.so.2", "liburing2"),
            Map.entry("libncurses.so.6", "libncurses6"),
            Map.entry("libtinfo.so.6", "libtinfo6"),
            Map.entry("libssl.so.3", "libssl3"),
            Map.entry("libz.so.1", "zlib1g"));

    private Diagnosis() {}

    /** The first known cause in these lines, else the last line that is not blank. */
    public static String ofLog(List<String> lines) {
        return lines.stream()
                .map(Diagnosis::ofText)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> lastLine(lines));
    }

    /** The known cause in one line of text, if there is one. */
    static Optional<String> ofText(String text) {
        Matcher library = LIBRARY.matcher(text);
        if (library.find()) {
            return Optional.of(missing(library.group(1)));
        }
        Matcher system = C_LIBRARY.matcher(text);
        if (system.find()) {
            return Optional.of("this system's C library is too old: " + system.group(1) + " is needed");
        }
        return ofPattern(text);
    }

    private static Optional<String> ofPattern(String text) {
        if (DISK.matcher(text).find()) {
            return Optional.of("the disk is full");
        }
        if (QUOTA.matcher(text).find()) {
            return Optional.of("the disk quota is used up");
        }
        if (PORT.matcher(text).find()) {
            return Optional.of("its port is in use");
        }
        if (MEMORY.matcher(text).find()) {
            return Optional.of("not enough memory");
        }
        return RIGHTS.matcher(text).find() ? Optional.of("permission denied: " + text.strip()) : Optional.empty();
    }

    private static String missing(String library) {
        String name = PACKAGES.get(library);
        String advice = name == null ? "" : " (on Debian or Ubuntu: apt-get install " + name + ")";
        return "the library " + library + " is missing on this system" + advice;
    }

    private static String lastLine(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .map(String::strip)
                .orElse("it printed nothing");
    }
}
