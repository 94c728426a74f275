package org.consilium.platform;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes domains in ASCII as browsers do (Unicode Technical Standard #46, nontransitional processing), so that it makes
 * no difference whether a browser has converted the domain of an address already. {@link IDN} implements IDNA 2003,
 * which maps a few letters to others: the result would be somebody else's domain (RFC 5894, section 7.2). Labels with
 * these are encoded here.
 */
final class AsciiDomain {

    /** The letters and joiners that IDNA 2008 keeps. */
    private static final Pattern KEPT = Pattern.compile("[\u00df\u03c2\u200c\u200d]");

    private static final Pattern DOT = Pattern.compile("[.\u3002\uff0e\uff61]");

    private static final int MAX_LABEL = 63;

    private AsciiDomain() {}

    /** @throws IllegalArgumentException if it is no domain */
    static String of(String typed) {
        // a capital sigma is not at the end of a word here
        String lower =
                Normalizer.normalize(typed.replace('\u03a3', '\u03c3').toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        String[] labels = DOT.split(lower, -1);
        // the last one may be empty: the root
        if (Arrays.asList(labels).subList(0, Math.max(1, labels.length - 1)).contains("")) {
            throw new IllegalArgumentException("an empty label");
        }
        return Arrays.stream(labels).map(AsciiDomain::label).collect(Collectors.joining("."));
    }

    private static String label(String label) {
        if (!KEPT.matcher(label).find()) {
            return IDN.toASCII(label, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        }
        // the rules for the whole label, in which another letter stands for those that would be mapped
        String checked = IDN.toASCII(
                label.replaceAll("[\u200c\u200d]", "").replaceAll("[\u00df\u03c2]", "z"), IDN.USE_STD3_ASCII_RULES);
        if (checked.isEmpty()) {
            throw new IllegalArgumentException("a label without a letter");
        }
        String encoded = Punycode.encode(mapped(label));
        if (encoded.length() > MAX_LABEL) {
            throw new IllegalArgumentException("a label is too long");
        }
        return encoded;
    }

    /** With the mapping of IDNA 2003 for all characters but those that are kept. */
    private static String mapped(String label) {
        return Arrays.stream(KEPT.splitWithDelimiters(label, 0))
                .map(part -> part.isEmpty() || KEPT.matcher(part).matches() ? part : unicode(part))
                .collect(Collectors.joining());
    }

    private static String unicode(String part) {
        return IDN.toUnicode(IDN.toASCII(part));
    }
}
