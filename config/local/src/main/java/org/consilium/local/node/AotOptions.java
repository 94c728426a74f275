package org.consilium.local.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options by which the JVM of this process's JDK records and uses a cache of classes. */
final class AotOptions {
    /** Recording an AOT cache takes a single run as of JDK 25 (JEP 514); before, it is a CDS archive (JEP 350). */
    private static final boolean IS_AOT = Runtime.version().feature() >= 25;

    /** How the file's name ends. */
    static final String SUFFIX = IS_AOT ? ".aot" : ".jsa";

    /** Keeps machine code out of the cache, as the JVM would run it even on a processor that does not support it. */
    private static final List<String> PORTABLE =
            IS_AOT ? List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTAdapterCaching") : List.of();

    private AotOptions() {}

    /** Uses the file, and ignores it silently if it does not fit. */
    static List<String> using(Path file) {
        List<String> options = new ArrayList<>(PORTABLE);
        options.addAll(
                IS_AOT
                        ? List.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:cds=off")
                        : List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off"));
        return options;
    }

    /** Writes the file when the JVM ends. */
    static List<String> recording(Path file) {
        List<String> options = new ArrayList<>(PORTABLE);
        options.add("-XX:ErrorFile=/dev/null");
        options.add((IS_AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file);
        return options;
    }
}
