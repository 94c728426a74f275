package org.consilium.server.log;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Passes every line that is printed to a logger. */
final class LoggedStream extends OutputStream {
    /** Longer lines are split: a stream without line ends must not fill the heap. */
    private static final int MAX_LINE = 16_384;

    private final Logger logger;
    private final Level level;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LoggedStream(String name, Level level) {
        this.logger = Logger.getLogger(name);
        this.level = level;
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n') {
            log();
        } else {
            line.write(b);
            if (line.size() >= MAX_LINE) {
                log();
            }
        }
    }

    private void log() {
        String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
        line.reset();
        if (!text.isEmpty()) {
            logger.logp(level, "", "", text);
        }
    }
}
