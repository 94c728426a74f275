package org.consilium.platform;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The ids of records outside the application: 128 random bits, as 22 URL-safe characters that reveal nothing. */
public final class PublicIds {

    public static final int LENGTH = 22;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{" + LENGTH + "}");

    private PublicIds() {}

    public static String next() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** Whether {@code text} could be a public id; if not, no look-up is needed. */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }
}
