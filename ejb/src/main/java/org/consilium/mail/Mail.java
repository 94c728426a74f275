package org.consilium.mail;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * An e-mail, as text and as HTML. It holds no health data, but may hold a secret link.
 *
 * @param id the same each time that it is handed over: by it, mail programs recognize one that comes twice
 * @param to the address of the one person who gets it
 * @param language as a language tag (RFC 5646), or several, separated by commas
 */
record Mail(String id, String to, Instant date, String language, String subject, String text, String html) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** @throws IllegalArgumentException when address or subject have control characters: they could add header lines */
    Mail {
        if (CONTROL.matcher(to + subject).find()) {
            throw new IllegalArgumentException("control characters in a header");
        }
    }

    /** Without address and text. */
    @Override
    public String toString() {
        return "Mail";
    }
}
