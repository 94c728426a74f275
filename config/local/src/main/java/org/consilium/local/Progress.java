package org.consilium.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** Tells the person at the terminal what goes on, a line at a time. */
final class Progress {
    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** To the terminal itself: while the process ends, Maven takes its own standard output away. */
    static Progress toTerminal() {
        return new Progress(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    void say(String line) {
        out.println("[consilium] " + line);
    }

    /** Says what has been done, and how long it took. */
    void did(String what, long startNanos) {
        double seconds = Duration.ofNanos(System.nanoTime() - startNanos).toMillis() / 1000.0;
        say(String.format(Locale.ROOT, "%s (%.1f s)", what, seconds));
    }

    void block(String lines) {
        out.print(lines);
        out.flush();
    }
}
