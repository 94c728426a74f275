package org.consilium.server.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.server.log.Redaction;
import org.jspecify.annotations.Nullable;

/** Finds the reason for a failure below the exceptions that the container has wrapped around it, as one line. */
public final class RootCause {
    private static final int MAX_LENGTH = 500;
    private static final Pattern WHITESPACE = Pattern.compile("[\\s\\p{Cntrl}]+");
    /** Text that Payara adds to the reports of its commands. */
    private static final Pattern REPORT = Pattern.compile(
            "PlainTextActionReporter(?:FAILURE|SUCCESS)(?:Description: \\S+ AdminCommand)?|Please see server.log for more details\\.?|\\[name=\\S*");
    /** Packages of exceptions that only wrap the real cause. */
    private static final List<String> WRAPPERS = List.of(
            "jakarta.ejb.",
            "com.sun.",
            "org.glassfish.",
            "fish.payara.",
            "org.jboss.weld.",
            "org.consilium.server.",
            "java.lang.reflect.",
            "java.util.concurrent.");

    private RootCause() {}

    /**
     * The message of the application's own exception, and of its root cause: "the database does not answer: Connection
     * refused". If all exceptions are the container's, the message of the root cause.
     */
    public static String line(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        Throwable deepest = chain.getLast();
        for (Throwable cause : chain) {
            if (!wrapper(cause)) {
                String own = text(cause);
                String root = text(deepest);
                return clean(own.contains(root) ? own : own + ": " + root);
            }
        }
        return clean(text(deepest));
    }

    /** One line, without anything that a log must not contain. */
    public static String clean(String message) {
        String line = Redaction.of(REPORT.matcher(message).replaceAll(" "));
        line = WHITESPACE.matcher(line).replaceAll(" ").strip();
        return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "..." : line;
    }

    /** Outermost first. */
    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }

    private static boolean wrapper(Throwable cause) {
        String name = cause.getClass().getName();
        return cause.getCause() != null
                && (WRAPPERS.stream().anyMatch(name::startsWith)
                        || message(cause).equals(String.valueOf(cause.getCause())));
    }

    /** The message, with the name of the exception if the message is a single word such as "ConsultationService". */
    private static String text(Throwable cause) {
        String message = message(cause);
        String type = cause.getClass().getSimpleName();
        if (message.isBlank()) {
            return type;
        }
        return message.strip().matches("\\S+") ? type + ": " + message : message;
    }

    private static String message(Throwable cause) {
        @Nullable String message = cause.getMessage();
        return message == null ? "" : message;
    }
}
