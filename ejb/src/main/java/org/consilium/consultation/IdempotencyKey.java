package org.consilium.consultation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * By what a form that was sent twice is known. It is made of the key that came with the form and of what was written in
 * it: a form that comes back with other words, as a restored draft does, is another one, and nothing of it may get
 * lost. Photos count by their number, since those that come with a form are other ones each time.
 */
final class IdempotencyKey {

    private IdempotencyKey() {}

    /** 36 characters. */
    static String of(String formKey, Object... written) {
        StringBuilder content = new StringBuilder(formKey);
        for (Object part : written) {
            // no text that passes the checks has this character
            content.append('\0').append(part);
        }
        return UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
