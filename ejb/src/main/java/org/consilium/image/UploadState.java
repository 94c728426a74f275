package org.consilium.image;

import org.consilium.image.ImageRefusedException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * How far a photo has come that was sent straight to the object store.
 *
 * @param problem why it cannot be used
 */
public record UploadState(Step step, @Nullable Reason problem) {

    /** What the person who sends it can be told. */
    public enum Step {
        /** Parts of it are missing. */
        INCOMPLETE,
        /** It is there, and being checked. */
        CHECKING,
        /** It can be shown. */
        READY,
        /** It cannot be used. */
        REFUSED
    }
}
