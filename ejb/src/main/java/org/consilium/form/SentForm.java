package org.consilium.form;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.consilium.platform.Digests;
import org.jspecify.annotations.Nullable;

/** A form as it was sent: its key, and a digest of everything that the person filled in. */
@Embeddable
public class SentForm {

    @Column(name = "form_key")
    private @Nullable String key;

    @Column(name = "content_sha256")
    private @Nullable String contentSha256;

    protected SentForm() {}

    private SentForm(String key, String contentSha256) {
        this.key = key;
        this.contentSha256 = contentSha256;
    }

    /**
     * Describes a form.
     *
     * @param key from {@link FormKey}
     * @param content everything that the person sent, and what it was sent to, always in the same order
     */
    public static SentForm of(String key, Object... content) {
        // no valid text contains this character
        return new SentForm(
                key,
                Digests.sha256Hex(Arrays.stream(content).map(String::valueOf).collect(Collectors.joining("\0"))));
    }

    String key() {
        return String.valueOf(key);
    }

    /** Whether this is the same form, sent again; its key alone does not prove it. */
    boolean isRepeatedBy(SentForm later) {
        return contentSha256 != null && contentSha256.equals(later.contentSha256);
    }

    /** Whether the version before stored it, which found the same form by a key of its own. */
    boolean isOfVersionBefore() {
        return key == null;
    }
}
