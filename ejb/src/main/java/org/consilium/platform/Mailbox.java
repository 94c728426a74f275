package org.consilium.platform;

import java.net.IDN;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An e-mail address in its one canonical form, by which accounts are found, limits count, and the database compares:
 * without white space around it, in NFC and lower case, with the domain in ASCII (RFC 5891). Two addresses are the same
 * exactly if their canonical forms are.
 */
public record Mailbox(String address) {
    /**
     * Characters that IDNA 2003, which {@link IDN} implements, maps to others, and that IDNA 2008 keeps: the result
     * would be somebody else's domain (RFC 5894, section 7.2).
     */
    private static final Pattern DEVIATIONS = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    /**
     * The canonical form. Text that is not an e-mail address has one as well, so that it can be looked for; no account
     * has it.
     */
    public static Mailbox of(String typed) {
        return new Mailbox(canonical(typed).orElseGet(() -> folded(typed)));
    }

    /** Whether text has a domain that can be written in ASCII. */
    public static boolean isCanonicalizable(String typed) {
        return canonical(typed).isPresent();
    }

    /**
     * The forms under which an account may be stored: the canonical one, and that of a node of the version before,
     * which keeps the domain as it was typed.
     */
    public static Set<String> stored(String typed) {
        return new HashSet<>(List.of(of(typed).address(), typed.strip().toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> canonical(String typed) {
        String folded = folded(typed);
        int domain = folded.lastIndexOf('@') + 1;
        if (domain == 0 || DEVIATIONS.matcher(typed).find(typed.lastIndexOf('@') + 1)) {
            return Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(folded.substring(domain), IDN.USE_STD3_ASCII_RULES);
            return Optional.of(folded.substring(0, domain) + ascii.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    private static String folded(String typed) {
        String composed = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        return Normalizer.normalize(composed.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
