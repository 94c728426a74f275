package org.consilium.server.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text of an exception for the log. A database quotes values in its messages, so that in place of each there is
 * only the number of the error, also where another exception has taken the message over. What the driver says of a lost
 * connection remains: it quotes none.
 */
final class ThrownText {
    /** SQLSTATE class 08: connection exception (ISO 9075-2, table 38). */
    private static final String CONNECTION = "08";

    private final Map<String, String> replacements = new LinkedHashMap<>();
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final @Nullable Throwable thrown;

    ThrownText(@Nullable Throwable thrown) {
        this.thrown = thrown;
        collect(thrown);
    }

    private void collect(@Nullable Throwable failure) {
        if (failure == null || !seen.add(failure)) {
            return;
        }
        if (failure instanceof SQLException sql) {
            replace(sql);
            collect(sql.getNextException());
        }
        collect(failure.getCause());
        Stream.of(failure.getSuppressed()).forEach(this::collect);
    }

    private void replace(SQLException failure) {
        String message = failure.getMessage();
        String state = failure.getSQLState();
        if (message != null && !message.isBlank() && state != null && !state.startsWith(CONNECTION)) {
            replacements.put(message, "SQLSTATE " + state + ", error " + failure.getErrorCode());
        }
    }

    /** The stack trace with those of all causes. */
    String stackTrace() {
        StringWriter trace = new StringWriter();
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(trace));
        }
        return without(trace.toString());
    }

    /** Another text that may quote the exception. */
    String without(String text) {
        String replaced = text;
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            replaced = replaced.replace(replacement.getKey(), replacement.getValue());
        }
        return replaced;
    }
}
