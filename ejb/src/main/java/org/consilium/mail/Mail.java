package org.consilium.mail;

import java.util.regex.Pattern;

/**
 * An e-mail in plain text. It holds no health data, but may hold a secret link.
 *
 * @param to the address of the one person who gets it
 */
public record Mail(String to, String subject, String text) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** @throws IllegalArgumentException when address or subject have control characters: they could add header lines */
    public Mail {
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
