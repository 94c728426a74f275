package org.consilium.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.platform.TypedText;

/**
 * The form in which names are searched: a name and what somebody types for it have the same one. It holds lowercase
 * letters and digits in words, without accents, points, and apostrophes; hyphens and commas separate words.
 */
final class SearchKey {

    /** In characters; a longer name is found by its beginning. */
    static final int MAX = 320;

    /** The apostrophes that keyboards and word processors write, and letters that look like one. */
    private static final Pattern APOSTROPHE =
            Pattern.compile("['`\u00B4\u02B9-\u02BF\u02C8\u2018\u2019\u201B\u2032\u2035\u05F3\uA78C\uFF07]");

    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Letters that Unicode does not decompose, although people type them without their stroke, or as two. */
    private static final Map<Character, String> OTHERWISE_TYPED = Map.ofEntries(
            Map.entry('\u00E6', "ae"),
            Map.entry('\u0153', "oe"),
            Map.entry('\u00F8', "o"),
            Map.entry('\u0111', "d"),
            Map.entry('\u00F0', "d"),
            Map.entry('\u00FE', "th"),
            Map.entry('\u0127', "h"),
            Map.entry('\u0142', "l"),
            Map.entry('\u0167', "t"),
            Map.entry('\u03C2', "\u03C3"));

    private SearchKey() {}

    /** The key of a text; of one without letters and digits, the text itself. */
    static String of(String text) {
        String visible = text.codePoints()
                .filter(character -> Character.getType(character) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String words = words(APOSTROPHE.matcher(visible).replaceAll(""));
        String key = words.isEmpty() ? TypedText.strip(visible) : words;
        return key.substring(0, Math.min(key.length(), MAX));
    }

    private static String words(String text) {
        // upper case writes the letter ß as two, but only the small one
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder(folded.length());
        Normalizer.normalize(folded, Normalizer.Form.NFKD)
                .codePoints()
                .filter(character -> !isAccent(character))
                .forEach(character -> append(character, letters));
        String spaced = SEPARATOR.matcher(letters).replaceAll(" ").strip();
        return Normalizer.normalize(spaced, Normalizer.Form.NFC);
    }

    private static void append(int character, StringBuilder letters) {
        String other = character <= Character.MAX_VALUE ? OTHERWISE_TYPED.get((char) character) : null;
        if (other == null) {
            letters.appendCodePoint(character);
        } else {
            letters.append(other);
        }
    }

    /** The marks that people leave out: accents of all scripts, and vowel points of Arabic and Hebrew. */
    private static boolean isAccent(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK
                && switch (Character.UnicodeScript.of(character)) {
                    case INHERITED, ARABIC, HEBREW -> true;
                    default -> false;
                };
    }
}
