package org.consilium.image;

import org.consilium.image.ImageRefusedException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The progress of an upload.
 *
 * @param problem the reason if the check refused the file
 */
public record UploadState(Step step, @Nullable Reason problem) {

    /** The steps that the sender is told. */
    public enum Step {
        /** The file has not arrived completely. */
        INCOMPLETE,
        /** The file has arrived, and waits for its check or is being checked. */
        CHECKING,
        /** The image can be shown. */
        READY,
        /** The file cannot be used. */
        REFUSED
    }
}
