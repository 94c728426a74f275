package org.consilium.account.factor;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recovery codes as people read, write, and type them: ten characters of Crockford's Base32, in which no two look
 * alike, as two groups of five. They are 50 random bits; six decimal digits are the least that NIST SP 800-63B-4,
 * section 3.1.2.1, allows.
 */
final class RecoveryText {
    /** Base32 as Douglas Crockford defines it (crockford.com/base32.html): without I, L, O, and U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 10;
    private static final int GROUP = 5;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    /** Spaces and hyphens of any kind. */
    private static final Pattern SEPARATOR = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");

    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryText() {}

    /** A new code, without its hyphen. */
    static String random() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    /** A code as it is shown. */
    static String shown(String code) {
        return code.substring(0, GROUP) + '-' + code.substring(GROUP);
    }

    /**
     * Reads a typed code, and writes it as {@link #random} does: in upper case, with O read as 0, and I and L as 1.
     *
     * @return empty if it cannot be a code
     */
    static Optional<String> read(String typed) {
        String code = SEPARATOR
                .matcher(typed)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return Optional.of(code).filter(FORM.asMatchPredicate());
    }
}
