package org.consilium.local.proxy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.consilium.local.process.StartException;

/** Sends the log of the proxy and its library to a file, away from the output of the run command. */
public final class ProxyLog {
    /** Strong references: a logger that is garbage-collected loses its handler. */
    private static final Logger OWN = Logger.getLogger(ProxyLog.class.getName());

    private static final List<Logger> LOGGERS =
            List.of(OWN, Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"), Logger.getLogger("org.jboss"));

    private ProxyLog() {}

    /** Writes one line. */
    public static void write(String line) {
        OWN.info(line);
    }

    /** Opens the file; call it once, before the proxy starts. */
    public static void writeTo(Path file) {
        try {
            // FileHandler takes % for the start of a variable
            Handler handler = new FileHandler(file.toString().replace("%", "%%"));
            handler.setFormatter(new SimpleFormatter());
            for (Logger logger : LOGGERS) {
                logger.addHandler(handler);
                logger.setUseParentHandlers(false);
            }
        } catch (IOException e) {
            throw StartException.of("write " + file, e);
        }
    }
}
