package org.consilium.server.log;

import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** Formats a log record as one line of JSON: time (UTC), level, logger, thread, message and, if any, the exception. */
public final class JsonFormatter extends Formatter {
    @Override
    public String format(LogRecord record) {
        ThrownText thrown = new ThrownText(record.getThrown());
        Json json = new Json()
                .add("type", "log")
                .add("time", record.getInstant().toString())
                .add("level", record.getLevel().getName())
                .add("logger", String.valueOf(record.getLoggerName()))
                .add("thread", Thread.currentThread().getName())
                .add("message", Redaction.of(thrown.without(message(record)).strip()));
        if (record.getThrown() != null) {
            json.add("exception", Redaction.of(thrown.stackTrace()));
        }
        return json.toString();
    }

    /** Some of Payara's loggers lack their resource bundle: then the parameters tell more than the key. */
    private String message(LogRecord record) {
        String message = String.valueOf(formatMessage(record));
        Object[] parameters = record.getParameters();
        boolean unresolved = parameters != null && parameters.length > 0 && message.equals(record.getMessage());
        return unresolved ? message + " " + Arrays.toString(parameters) : message;
    }
}
