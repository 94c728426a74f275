package org.consilium.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.mail.LetterKind;
import org.consilium.web.cookie.SiteCookie;
import org.consilium.web.site.Page;

/**
 * Exchanges the token of a link for a cookie of the page that it leads to, and leads to the same page without it: so
 * the token is in no history, no form's address, and no referrer. It holds for every page, before the page sees it.
 */
@WebFilter(filterName = "LinkTokenFilter")
public class LinkTokenFilter extends HttpFilter {

    /** The parameter of links. */
    static final String PARAMETER = LetterKind.PARAMETER;

    private static final String COOKIE = "link";

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** Long enough to choose a password; the link can be opened again. */
    private static final Duration KEPT = Duration.ofHours(1);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Page> page = pageOf(request);
        String token = page.isPresent() ? request.getParameter(PARAMETER) : null;
        if (page.isEmpty() || token == null) {
            chain.doFilter(request, response);
            return;
        }
        String path = page.get().path();
        if (TOKEN.matcher(token).matches()) {
            cookie(page.get()).set(token, request, response);
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }

    /** The page that a link leads to, which is for people who have not signed in; forms have no such parameter. */
    private static Optional<Page> pageOf(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                ? Page.at(request.getServletPath()).filter(Page::isPublic)
                : Optional.empty();
    }

    /** The token that the page's link had; empty if there was none. */
    public static String token(HttpServletRequest request) {
        return cookie(Page.LANDING).find(request).orElse("");
    }

    /** Deletes the cookie once the token has been used. */
    public static void forget(HttpServletRequest request, HttpServletResponse response, Page page) {
        cookie(page).delete(request, response);
    }

    private static SiteCookie cookie(Page page) {
        return SiteCookie.lax(COOKIE, page.path(), KEPT);
    }
}
