package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.consilium.web.site.Language;
import org.consilium.web.site.Words;
import org.jspecify.annotations.Nullable;

/**
 * Tells somebody who has signed in, once, on the next page, that there were many attempts with a wrong password: a few
 * are most likely their own.
 */
@Named
@RequestScoped
public class RefusedSignIns {
    private static final String ATTRIBUTE = "consilium.refused-sign-ins";
    private static final int WORTH_TELLING = 3;

    @Inject
    private HttpServletRequest request;

    private @Nullable String told;

    /** Remembers their number until it is told. */
    static void remember(int refused, HttpSession session) {
        if (refused >= WORTH_TELLING) {
            session.setAttribute(ATTRIBUTE, String.valueOf(refused));
        }
    }

    /** The text that tells of them; null if there is nothing to tell. */
    public @Nullable String getText() {
        HttpSession session = request.getSession(false);
        Object refused = session == null ? null : session.getAttribute(ATTRIBUTE);
        if (told == null && session != null && refused != null) {
            session.removeAttribute(ATTRIBUTE);
            told = Words.in(Language.of(request)).get("account.signin.refused", refused);
        }
        return told;
    }
}
