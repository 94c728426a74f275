package org.consilium.web.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the pages: the one that the person has chosen, else the one their browser prefers, else English. */
public enum Language {
    ENGLISH(Locale.ENGLISH),
    SPANISH(Locale.forLanguageTag("es"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    public String code() {
        return locale.getLanguage();
    }

    /** The one of a locale, if there are pages in it. */
    public static Optional<Language> of(Locale locale) {
        return of(locale.getLanguage());
    }

    static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    public static Language of(HttpServletRequest request) {
        return LanguageCookie.in(request).orElseGet(() -> preferred(Collections.list(request.getLocales())));
    }

    private static Language preferred(List<Locale> wishes) {
        return wishes.stream()
                .flatMap(wish -> of(wish.getLanguage()).stream())
                .findFirst()
                .orElse(ENGLISH);
    }
}
