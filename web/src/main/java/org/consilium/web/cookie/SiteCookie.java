package org.consilium.web.cookie;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cookie of the site: for the server alone, and secure where the page is, as a node on one's own machine has no TLS.
 *
 * @param path of the pages that it is sent with
 * @param lifetime null if it ends with the browser's session
 * @param sameSite {@code Strict}, or {@code Lax} if a link from elsewhere has to bring it
 */
public record SiteCookie(String name, String path, @Nullable Duration lifetime, String sameSite) {
    private static final int UNTIL_THE_BROWSER_ENDS = -1;

    /** One that a link from elsewhere brings as well. */
    public static SiteCookie lax(String name, String path, @Nullable Duration lifetime) {
        return new SiteCookie(name, path, lifetime, "Lax");
    }

    /** One that requests from our own pages alone bring. */
    public static SiteCookie strict(String name, String path, Duration lifetime) {
        return new SiteCookie(name, path, lifetime, "Strict");
    }

    /** Its value. */
    public Optional<String> find(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    public void set(String value, HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(
                value, lifetime == null ? UNTIL_THE_BROWSER_ENDS : Math.toIntExact(lifetime.toSeconds()), request));
    }

    public void delete(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie("", 0, request));
    }

    private Cookie cookie(String value, int seconds, HttpServletRequest request) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(path);
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", sameSite);
        return cookie;
    }
}
