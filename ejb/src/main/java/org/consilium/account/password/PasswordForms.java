package org.consilium.account.password;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Unicode forms of a password. Keyboards and programs send the same letters composed or decomposed, and the same
 * letters and digits wide or narrow, so a password is hashed in NFKC (NIST SP 800-63B-4, section 3.1.1.2). It is
 * changed in no other way: control characters and the number of spaces are part of it. Passwords that were hashed in
 * NFC, or as they were typed, before there was this rule, stay valid.
 */
public final class PasswordForms {

    private PasswordForms() {}

    /** The form that is hashed. */
    public static String stored(CharSequence typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    /** Whether two passwords, of which each may have been left out, are the same. */
    public static boolean areSame(@Nullable String one, @Nullable String other) {
        return (one == null || other == null)
                ? Objects.equals(one, other)
                : stored(one).equals(stored(other));
    }

    /**
     * The forms in which a password may have been hashed: NFKC, and, from before, NFC, as it is typed now, or
     * decomposed. For most passwords they are one and the same.
     */
    static List<String> hashed(CharSequence typed) {
        return Stream.of(
                        stored(typed),
                        Normalizer.normalize(typed, Normalizer.Form.NFC),
                        typed.toString(),
                        Normalizer.normalize(typed, Normalizer.Form.NFD))
                .distinct()
                .toList();
    }
}
