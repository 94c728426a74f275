package org.consilium.image;

import jakarta.ejb.ApplicationException;
import java.io.Serial;
import org.consilium.imaging.PhotoRefusedException;

/** What was sent is not a photo that can be taken; nothing of it is kept. */
@ApplicationException(rollback = true)
public class ImageRefusedException extends RuntimeException {

    /** What the person who sent it can be told. */
    public enum Reason {
        /** There were no bytes at all. */
        EMPTY,
        /** More bytes than {@link ImageService#MAX_BYTES}. */
        TOO_LARGE,
        /** The file's header claims more pixels than are decoded. */
        TOO_MANY_PIXELS,
        /** Neither JPEG, PNG nor WebP, whatever its name says. */
        NOT_AN_IMAGE,
        /** A HEIC or AVIF photo: the phone or computer that made it can save it as JPEG. */
        HEIC,
        /** The beginning of a photo: the rest is missing, or damaged. */
        TRUNCATED,
        /** More images in one message than {@link ImageService#MAX_PER_MESSAGE}. */
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

    /** The same for a file that the workers refuse. */
    static ImageRefusedException of(PhotoRefusedException refused) {
        return new ImageRefusedException(Reason.valueOf(refused.reason().name()), refused);
    }

    public Reason reason() {
        return reason;
    }
}
