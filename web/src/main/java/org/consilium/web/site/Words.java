package org.consilium.web.site;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The texts of the pages in one language; pages have them as {@code words}. */
public final class Words {

    private static final Map<Locale, Words> ALL = new ConcurrentHashMap<>();

    private static final String BUNDLE = "org.consilium.web.Words";

    private final Locale locale;
    private final Map<String, String> texts = new HashMap<>();

    private Words(Locale locale) {
        this.locale = locale;
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    }

    public static Words in(Locale locale) {
        return ALL.computeIfAbsent(locale, Words::new);
    }

    public static Words in(Language language) {
        return in(language.locale());
    }

    /** The text of a key, if there is one. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /**
     * The text of a key.
     *
     * @throws MissingResourceException if there is none
     */
    public String text(String key) {
        return find(key).orElseThrow(() -> new MissingResourceException("No text", BUNDLE, key));
    }

    /** The text of a key with values in its places. */
    public String get(String key, Object... values) {
        return new MessageFormat(text(key), locale).format(values);
    }
}
