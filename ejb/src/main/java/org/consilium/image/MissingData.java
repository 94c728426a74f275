package org.consilium.image;

import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.consilium.image.ImageRefusedException.Reason;

/** Refuses a photo of which a part is missing: the JPEG decoder would only warn, and fill the rest with grey. */
final class MissingData implements IIOReadWarningListener {

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (isMeant(warning)) {
            throw new ImageRefusedException(Reason.TRUNCATED);
        }
    }

    /** Whether a decoder's warning means that; the words are those of libjpeg, which both are made of. */
    static boolean isMeant(String warning) {
        String text = warning.toLowerCase(Locale.ROOT);
        return text.contains("premature end") || text.contains("truncated");
    }
}
