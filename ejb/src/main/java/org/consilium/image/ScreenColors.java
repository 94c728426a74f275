package org.consilium.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import org.jspecify.annotations.Nullable;

/** Brings a photo's colours to sRGB, which every screen shows right; phones record in wider colour spaces. */
final class ScreenColors {

    private ScreenColors() {}

    /** Converts the image in place; a profile that cannot be used is as good as none, which means sRGB. */
    static void apply(BufferedImage image, byte @Nullable [] colorProfile) {
        if (colorProfile == null) {
            return;
        }
        try {
            ICC_Profile from = ICC_Profile.getInstance(colorProfile);
            if (from.getColorSpaceType() == ColorSpace.TYPE_RGB) {
                ICC_Profile[] way = {from, ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
                new ColorConvertOp(way, null).filter(image.getRaster(), image.getRaster());
            }
        } catch (RuntimeException unusable) {
            // the photo is shown a little paler or stronger than it was taken
            return;
        }
    }

    /**
     * The same pixels with their profile, which a JPEG of them then carries; a profile that cannot be used is left out.
     */
    static BufferedImage tagged(BufferedImage image, byte @Nullable [] colorProfile) {
        if (colorProfile == null) {
            return image;
        }
        try {
            ICC_Profile profile = ICC_Profile.getInstance(colorProfile);
            if (profile.getColorSpaceType() != ColorSpace.TYPE_RGB) {
                return image;
            }
            ColorModel model = new ComponentColorModel(
                    new ICC_ColorSpace(profile), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
            return new BufferedImage(model, image.getRaster(), false, null);
        } catch (RuntimeException unusable) {
            return image;
        }
    }
}
