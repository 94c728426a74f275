package org.consilium.consultation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The key by which nodes of the version before recognize a form that was sent twice: a hash of the key that came with
 * the form, of what was written, and of the number of photos. It is stored so that a form may be sent again to such a
 * node during a rolling upgrade; this version compares {@link org.consilium.form.SentForm}.
 */
final class IdempotencyKey {

    private IdempotencyKey() {}

    /** 36 characters. */
    static String of(String formKey, Object... written) {
        StringBuilder content = new StringBuilder(formKey);
        for (Object part : written) {
            // no valid text contains this character
            content.append('\0').append(part);
        }
        return UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
