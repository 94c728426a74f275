package org.consilium.server;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the first exception that Payara logs as severe. When a deployment fails, the result of the command no
 * longer contains the exception of the application.
 */
final class FailureLog extends Handler {
    private @Nullable Throwable first;

    @Override
    public synchronized void publish(LogRecord record) {
        if (first == null && record.getThrown() != null && record.getLevel().intValue() >= Level.SEVERE.intValue()) {
            first = record.getThrown();
        }
    }

    synchronized Throwable firstOr(Throwable other) {
        return first == null ? other : first;
    }

    @Override
    public void flush() {
        // nothing is buffered
    }

    @Override
    public void close() {
        // nothing is open
    }
}
