package org.consilium.imaging.codec;

import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;

/** Refuses a photo that is truncated: the JPEG decoder would only warn, and fill the rest with gray. */
final class TruncationListener implements IIOReadWarningListener {

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (meansTruncation(warning)) {
            throw new PhotoRefusedException(Reason.TRUNCATED);
        }
    }

    /** Whether a warning says so. The words are those of libjpeg, on which all our JPEG decoders are built. */
    static boolean meansTruncation(String warning) {
        String text = warning.toLowerCase(Locale.ROOT);
        return text.contains("premature end") || text.contains("truncated");
    }
}
