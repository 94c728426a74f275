package org.consilium.imaging;

import java.io.Serial;

/** A file is not a photo that can be processed. */
public final class PhotoRefusedException extends RuntimeException {

    /** Why a file is refused. */
    public enum Reason {
        /** The file has no bytes. */
        EMPTY,
        /** The header claims more pixels than {@link PixelLimits} allow. */
        TOO_MANY_PIXELS,
        /** The content is none of {@link PhotoFormat}, whatever the file's name says. */
        NOT_AN_IMAGE,
        /** A HEIC or AVIF photo, and this machine has no decoder for it. */
        HEIC,
        /** Part of the photo is missing or damaged. */
        TRUNCATED
    }

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public PhotoRefusedException(Reason reason) {
        super("photo refused: " + reason);
        this.reason = reason;
    }

    public PhotoRefusedException(Reason reason, Throwable cause) {
        super("photo refused: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
