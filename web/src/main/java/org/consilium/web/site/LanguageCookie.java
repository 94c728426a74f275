package org.consilium.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.consilium.web.cookie.SiteCookie;

/** The cookie with the language that a person has chosen. */
public final class LanguageCookie {
    private static final SiteCookie COOKIE = SiteCookie.lax("language", "/", Duration.ofDays(365));

    private LanguageCookie() {}

    static Optional<Language> in(HttpServletRequest request) {
        return COOKIE.find(request).flatMap(Language::of);
    }

    public static void set(Language language, HttpServletRequest request, HttpServletResponse response) {
        COOKIE.set(language.code(), request, response);
    }
}
