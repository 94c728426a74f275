package org.consilium.web.account.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.consilium.account.passkey.PasskeyRequest;

/**
 * A passkey that somebody who has signed in is adding. It lies in the session from the password to the browser's
 * answer.
 *
 * @param token of the request
 * @param name what it will be called
 * @param options what the browser is asked for
 */
public record BegunPasskey(String token, String name, String options) {
    private static final String ATTRIBUTE = "consilium.begun-passkey";
    private static final String SEPARATOR = "\n";
    private static final int PARTS = 3;

    /** Remembers one, in place of one before. */
    public static void remember(PasskeyRequest begun, String name, HttpSession session) {
        session.setAttribute(ATTRIBUTE, String.join(SEPARATOR, begun.token(), name, begun.options()));
    }

    /** The one that is being added. */
    public static Optional<BegunPasskey> in(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(kept -> List.of(kept.toString().split(SEPARATOR, PARTS)))
                .map(parts -> new BegunPasskey(parts.get(0), parts.get(1), parts.get(2)));
    }

    /** The same, which is then forgotten: its request is good once. */
    public static Optional<BegunPasskey> take(HttpServletRequest request) {
        Optional<BegunPasskey> begun = in(request);
        Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.removeAttribute(ATTRIBUTE));
        return begun;
    }

    /** Without its secret. */
    @Override
    public String toString() {
        return "BegunPasskey";
    }
}
