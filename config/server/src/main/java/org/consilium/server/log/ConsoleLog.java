package org.consilium.server.log;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** The only log handler of the server: writes JSON to standard output. Named in logging.properties. */
public final class ConsoleLog extends Handler {
    private final Formatter formatter = new JsonFormatter();

    public ConsoleLog() {
        setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record)) {
            Console.line(formatter.format(record));
        }
    }

    @Override
    public void flush() {
        // every line is written immediately
    }

    @Override
    public void close() {
        // standard output stays open until the process ends
    }
}
