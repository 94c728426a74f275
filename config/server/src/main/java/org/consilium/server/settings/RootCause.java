package org.consilium.server.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.server.log.Redaction;
import org.jspecify.annotations.Nullable;

/** The reason, in one line, that lies under the exceptions that a container has wrapped round it. */
public final class RootCause {
    private static final int LONGEST = 500;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");
    /** Round the text of Payara's command reports. */
    private static final Pattern REPORT = Pattern.compile(
            "PlainTextActionReporter(?:FAILURE|SUCCESS)(?:Description: \\S+ AdminCommand)?|Please see server.log for more details\\.?|\\[name=\\S*");
    /** Exceptions that say only that something below them went wrong. */
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
     * What the application itself said, and what lies deepest under it: "the database does not answer: Connection
     * refused". If only containers spoke, the deepest of them.
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

    /** One line, without what a log must not hold. */
    public static String clean(String message) {
        String line = Redaction.of(REPORT.matcher(message).replaceAll(" "));
        line = BLANKS.matcher(line).replaceAll(" ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
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

    /**
     * The message; with the name of the exception where the message alone says nothing, as in "ConsultationService".
     */
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
