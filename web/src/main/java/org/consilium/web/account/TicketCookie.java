package org.consilium.web.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.consilium.web.site.Page;

/** The cookie that a browser keeps between the two steps of a sign-in. It signs nobody in. */
final class TicketCookie {
    private static final String NAME = "ticket";

    /** As long as a ticket is good for. */
    private static final Duration TTL = Duration.ofMinutes(10);

    /** More than it ever has. */
    private static final int MAX_LENGTH = 500;

    private TicketCookie() {}

    /** Its value; empty if there is none. */
    static String in(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(value -> value.length() <= MAX_LENGTH)
                .findFirst()
                .orElse("");
    }

    static void set(String ticket, HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(ticket, TTL, request));
    }

    static void forget(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie("", Duration.ZERO, request));
    }

    private static Cookie cookie(String value, Duration lifetime, HttpServletRequest request) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath(Page.SIGN_IN.path());
        cookie.setMaxAge(Math.toIntExact(lifetime.toSeconds()));
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }
}
