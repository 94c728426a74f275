package org.consilium.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** The output of the run command: one line per step. */
final class Progress {
    private final PrintStream out;

    private Progress(PrintStream out) {
        this.out = out;
    }

    /** Writes to the terminal directly: Maven closes its own standard output while the process is ending. */
    static Progress toTerminal() {
        return new Progress(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    void say(String line) {
        out.println("[consilium] " + line);
    }

    /** Prints a step that is done, and how long it took. */
    void done(String step, long startNanos) {
        double seconds = Duration.ofNanos(System.nanoTime() - startNanos).toMillis() / 1000.0;
        say(String.format(Locale.ROOT, "%s (%.1f s)", step, seconds));
    }

    /** Prints several lines as they are. */
    void block(String lines) {
        out.print(lines);
        out.flush();
    }
}
