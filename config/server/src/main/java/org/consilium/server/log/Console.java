package org.consilium.server.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * The real standard output and error. Both are taken away from {@link System#out} and {@link System#err}, so that what
 * a library prints arrives as a log line and nothing but JSON is on standard output.
 */
public final class Console {
    private static final PrintStream OUT = stream(FileDescriptor.out);
    private static final PrintStream ERR = stream(FileDescriptor.err);

    private Console() {}

    /**
     * Turns {@link System#out} and {@link System#err} into log lines of the loggers "stdout" and "stderr", and what is
     * logged into JSON, also before Payara reads logging.properties: the JDK's own handler writes to System.err.
     */
    public static void claim() {
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new ConsoleLog());
        System.setOut(logged("stdout", Level.INFO));
        System.setErr(logged("stderr", Level.WARNING));
    }

    /** Writes one line at once, whole even when several threads write. */
    public static void line(String line) {
        OUT.print(line + "\n");
        OUT.flush();
    }

    /** Writes one line for the person who started the server. */
    public static void error(String line) {
        ERR.print(line + "\n");
        ERR.flush();
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    private static PrintStream logged(String name, Level level) {
        return new PrintStream(new LoggedStream(name, level), true, StandardCharsets.UTF_8);
    }
}
