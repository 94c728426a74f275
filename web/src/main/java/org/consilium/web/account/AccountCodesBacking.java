package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.consilium.web.site.Continuation;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.consilium.web.site.RouteFilter;
import org.jspecify.annotations.Nullable;

/** Recovery codes that were made just now. They lie in the session until this page has shown them, once. */
@Named
@RequestScoped
public class AccountCodesBacking {
    private static final String ATTRIBUTE = "consilium.recovery-codes";
    private static final String SEPARATOR = " ";

    @Inject
    private HttpServletRequest request;

    @Inject
    @RequestParameter(RouteFilter.CONTINUE)
    private @Nullable String next;

    private @Nullable List<String> codes;

    /** Remembers them until they are shown. */
    static void remember(List<String> codes, HttpSession session) {
        session.setAttribute(ATTRIBUTE, String.join(SEPARATOR, codes));
    }

    /** Empty if they have been shown. */
    public List<String> getCodes() {
        if (codes == null) {
            codes = take(request.getSession());
        }
        return codes;
    }

    private static List<String> take(HttpSession session) {
        Object kept = session.getAttribute(ATTRIBUTE);
        session.removeAttribute(ATTRIBUTE);
        return kept == null ? List.of() : List.of(kept.toString().split(SEPARATOR, -1));
    }

    /** The page to continue with. */
    public String getTarget() {
        return Continuation.of(next, Page.ACCOUNT);
    }
}
