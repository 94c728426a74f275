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
 * The real standard output and standard error. {@link System#out} and {@link System#err} are redirected to the log, so
 * that standard output contains nothing but JSON, whatever a library prints.
 */
public final class Console {
    private static final PrintStream OUT = stream(FileDescriptor.out);
    private static final PrintStream ERR = stream(FileDescriptor.err);

    private Console() {}

    /**
     * Redirects {@link System#out} and {@link System#err} to the loggers "stdout" and "stderr", and all logs to JSON,
     * even before Payara reads logging.properties: the JDK's own handler writes to System.err.
     */
    public static void claim() {
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new ConsoleLog());
        System.setOut(redirected("stdout", Level.INFO));
        System.setErr(redirected("stderr", Level.WARNING));
    }

    /** Writes one line at once, and as a whole even if several threads write. */
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

    private static PrintStream redirected(String name, Level level) {
        return new PrintStream(new LoggedStream(name, level), true, StandardCharsets.UTF_8);
    }
}
