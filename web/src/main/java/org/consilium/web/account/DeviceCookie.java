package org.consilium.web.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The cookie by which a device is known to the accounts that have signed in on it. It holds nothing personal, and signs
 * nobody in.
 */
final class DeviceCookie {
    private static final String NAME = "consilium-device";

    /** The longest time that browsers keep a cookie (RFC 6265bis, section 5.5). */
    private static final Duration TTL = Duration.ofDays(400);

    /** More than it ever has. */
    private static final int MAX_LENGTH = 1000;

    private DeviceCookie() {}

    /** Its value; empty if there is none. */
    static String in(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.ofNullable(cookies)
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(value -> value.length() <= MAX_LENGTH)
                .findFirst()
                .orElse("");
    }

    static void set(String value, HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath("/");
        cookie.setMaxAge(Math.toIntExact(TTL.toSeconds()));
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
    }
}
