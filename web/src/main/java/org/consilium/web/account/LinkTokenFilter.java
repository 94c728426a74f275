package org.consilium.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.mail.LetterKind;
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
            response.addCookie(cookie(request, path, token, KEPT));
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
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse("");
    }

    /** Deletes the cookie once the token has been used. */
    public static void forget(HttpServletRequest request, HttpServletResponse response, Page page) {
        response.addCookie(cookie(request, page.path(), "", Duration.ZERO));
    }

    private static Cookie cookie(HttpServletRequest request, String path, String token, Duration lifetime) {
        Cookie cookie = new Cookie(COOKIE, token);
        cookie.setPath(path);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) lifetime.toSeconds());
        return cookie;
    }
}
