package org.consilium.imaging.pixels;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import org.jspecify.annotations.Nullable;

/** Converts a photo to sRGB, which every screen shows correctly; phones record in wider color spaces. */
public final class ScreenColors {

    private ScreenColors() {}

    /** Converts the image in place. A profile that cannot be used counts as none, which means sRGB. */
    public static void apply(BufferedImage image, byte @Nullable [] colorProfile) {
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
            // the photo is shown a little paler or more saturated than it was taken
            return;
        }
    }
}
