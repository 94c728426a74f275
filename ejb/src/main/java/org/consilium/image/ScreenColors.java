package org.consilium.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
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
}
