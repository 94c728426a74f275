package org.consilium.platform;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An e-mail address in its one canonical form, by which accounts are found, limits count, and the database compares:
 * without white space around it, in NFC and lower case, with the domain in ASCII (RFC 5891). Two addresses are the same
 * exactly if their canonical forms are.
 */
public record Mailbox(String address) {
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
        int domain = typed.lastIndexOf('@') + 1;
        if (domain == 0) {
            return Optional.empty();
        }
        try {
            String ascii = AsciiDomain.of(typed.substring(domain).strip());
            return Optional.of(folded(typed.substring(0, domain)) + ascii);
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    private static String folded(String typed) {
        String composed = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        return Normalizer.normalize(composed.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
