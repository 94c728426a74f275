package org.consilium.consultation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Recognizes a form that was sent twice. The key is a hash of the key that came with the form and of what was written:
 * a form that is sent again with other content, as a restored draft may be, is a new one, which must not get lost. Only
 * the number of photos counts, since photos that are sent with a form get new ids each time.
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
