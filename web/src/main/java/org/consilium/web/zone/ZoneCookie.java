package org.consilium.web.zone;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Optional;
import org.consilium.web.cookie.SiteCookie;

/** The cookie with the time zone that a browser has told, for people who have not signed in, too. */
final class ZoneCookie {

    private static final SiteCookie COOKIE = SiteCookie.lax("zone", "/", Duration.ofDays(365));

    /** More than the longest name of a zone has in Base64. */
    private static final int MAX_LENGTH = 100;

    private ZoneCookie() {}

    static Optional<ZoneId> in(HttpServletRequest request) {
        return COOKIE.find(request)
                .filter(value -> value.length() <= MAX_LENGTH)
                .flatMap(ZoneCookie::decoded)
                .flatMap(ReaderZone::named);
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
        COOKIE.set(Base64.getUrlEncoder().withoutPadding().encodeToString(name), request, response);
    }
}
