package org.consilium.image;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** A file cannot be accepted as a photo; nothing of it is kept. */
@ApplicationException(rollback = true)
public class ImageRefusedException extends RuntimeException {

    /** The reasons that the sender is told. The names are stored in the database. */
    public enum Reason {
        /** The file is empty. */
        EMPTY,
        /** The file is larger than {@link ImageService#MAX_BYTES}. */
        TOO_LARGE,
        /** The file's header claims more pixels than the configured limit. */
        TOO_MANY_PIXELS,
        /** The content is in no supported format, whatever the file's name says. */
        NOT_AN_IMAGE,
        /** A HEIC photo that cannot be decoded here; phones and computers can save it as JPEG. */
        HEIC,
        /** An AVIF photo that cannot be decoded here. */
        AVIF,
        /** The file is incomplete or damaged. */
        TRUNCATED,
        /** The message has more than {@link ImageService#MAX_PER_MESSAGE} images. */
        TOO_MANY
    }

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public ImageRefusedException(Reason reason) {
        super("image refused: " + reason);
        this.reason = reason;
    }

    public ImageRefusedException(Reason reason, Throwable cause) {
        super("image refused: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
