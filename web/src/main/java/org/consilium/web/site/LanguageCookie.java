package org.consilium.web.site;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie with the language that a person has chosen. */
public final class LanguageCookie {
    private static final String NAME = "language";
    private static final Duration TTL = Duration.ofDays(365);

    private LanguageCookie() {}

    static Optional<Language> in(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .flatMap(cookie -> Language.of(cookie.getValue()).stream())
                .findFirst();
    }

    public static void set(Language language, HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie(NAME, language.code());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) TTL.toSeconds());
        response.addCookie(cookie);
    }
}
