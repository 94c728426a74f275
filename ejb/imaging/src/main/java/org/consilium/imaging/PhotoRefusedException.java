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
        /** A HEIC photo that this machine cannot decode. */
        HEIC,
        /** An AVIF photo that this machine cannot decode. */
        AVIF,
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

    /** Why a HEIC or AVIF photo is refused that this machine cannot decode: each has its own remedy. */
    public static Reason undecodable(PhotoFormat format) {
        return format == PhotoFormat.AVIF ? Reason.AVIF : Reason.HEIC;
    }

    public Reason reason() {
        return reason;
    }
}
