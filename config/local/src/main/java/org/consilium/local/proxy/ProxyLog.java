package org.consilium.local.proxy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.consilium.local.StartException;

/** Leads what the proxy's library has to say into a file: it would stand between the lines of the run command. */
public final class ProxyLog {
    /** Held for as long as the process lives: a logger that nobody holds forgets where it writes to. */
    private static final Logger OWN = Logger.getLogger(ProxyLog.class.getName());

    private static final List<Logger> LOGGERS =
            List.of(OWN, Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"), Logger.getLogger("org.jboss"));

    private ProxyLog() {}

    /** Writes a line of our own. */
    public static void say(String line) {
        OWN.info(line);
    }

    public static void writeTo(Path file) {
        try {
            // a percent sign would be taken for a variable
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
