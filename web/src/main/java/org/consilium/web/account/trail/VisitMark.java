package org.consilium.web.account.trail;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.access.Caller;
import org.consilium.access.Role;

/**
 * Says in a session whom it is of, as nothing else does once it has ended; in a text, which every version can read.
 *
 * @param accountKey of the person
 */
public record VisitMark(long accountKey, Role role) {
    private static final String ATTRIBUTE = "visit";
    private static final Pattern FORM = Pattern.compile("(\\d{1,18}) ([A-Z_]+)");

    /** Marks a session that begins. */
    public static void begin(Caller caller, HttpSession session) {
        session.setAttribute(ATTRIBUTE, caller.accountKey() + " " + caller.role());
    }

    /** That of a session; empty if nobody has signed in. */
    static Optional<VisitMark> of(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof String text ? read(text) : Optional.empty();
    }

    private static Optional<VisitMark> read(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new VisitMark(Long.parseLong(matcher.group(1)), Role.valueOf(matcher.group(2))))
                : Optional.empty();
    }
}
