package org.consilium.web.zone;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie with the time zone that a browser has told, for people who have not signed in, too. */
final class ZoneCookie {

    private static final String NAME = "zone";
    private static final Duration TTL = Duration.ofDays(365);

    /** More than the longest name of a zone has in Base64. */
    private static final int MAX_LENGTH = 100;

    private ZoneCookie() {}

    static Optional<ZoneId> in(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(value -> value.length() <= MAX_LENGTH)
                .flatMap(value -> decoded(value).flatMap(ReaderZone::named).stream())
                .findFirst();
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    static void set(ZoneId zone, HttpServletRequest request, HttpServletResponse response) {
        byte[] name = zone.getId().getBytes(StandardCharsets.UTF_8);
        Cookie cookie = new Cookie(NAME, Base64.getUrlEncoder().withoutPadding().encodeToString(name));
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) TTL.toSeconds());
        response.addCookie(cookie);
    }
}
