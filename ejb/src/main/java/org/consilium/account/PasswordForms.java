package org.consilium.account;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Unicode forms of a password. Keyboards and programs send the same letters composed or decomposed, so a password
 * is hashed in NFC, as RFC 8265 wants it (section 4.2.2). It is changed in no other way: spaces and control characters
 * are part of it. Passwords that were hashed as they were typed, before there was this rule, stay valid.
 */
public final class PasswordForms {

    private PasswordForms() {}

    /** The form that is hashed. */
    public static String stored(CharSequence typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    /** Whether two passwords, of which each may have been left out, are the same. */
    public static boolean areSame(@Nullable String one, @Nullable String other) {
        return (one == null || other == null)
                ? Objects.equals(one, other)
                : stored(one).equals(stored(other));
    }

    /**
     * The forms in which a password may have been hashed: NFC, and, from before, as it is typed now, or decomposed. For
     * most passwords they are one and the same.
     */
    static List<String> hashed(CharSequence typed) {
        return Stream.of(stored(typed), typed.toString(), Normalizer.normalize(typed, Normalizer.Form.NFD))
                .distinct()
                .toList();
    }
}
