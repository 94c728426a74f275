package org.consilium.imaging.pixels;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/** Converts a photo to sRGB, which every screen shows correctly; phones record in wider color spaces. */
public final class ScreenColors {

    private static final int VALUES = 256;

    private ScreenColors() {}

    /**
     * Converts an image of the type {@link BufferedImage#TYPE_3BYTE_BGR} in place. A profile that cannot be used counts
     * as none, which means sRGB.
     */
    public static void apply(BufferedImage image, byte @Nullable [] colorProfile) {
        if (colorProfile == null) {
            return;
        }
        try {
            ICC_Profile from = ICC_Profile.getInstance(colorProfile);
            ColorConvertOp conversion =
                    new ColorConvertOp(new ICC_Profile[] {from, ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null);
            switch (from.getColorSpaceType()) {
                case ColorSpace.TYPE_RGB -> conversion.filter(image.getRaster(), image.getRaster());
                case ColorSpace.TYPE_GRAY -> convertGray(image, conversion);
                default -> {}
            }
        } catch (RuntimeException unusable) {
            // the photo is shown a little paler or more saturated than it was taken
            return;
        }
    }

    /** An image of three equal samples a pixel: each value is converted once. */
    private static void convertGray(BufferedImage image, ColorConvertOp conversion) {
        WritableRaster grays = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, VALUES, 1, 1, null);
        for (int value = 0; value < VALUES; value++) {
            grays.setSample(value, 0, 0, value);
        }
        WritableRaster converted = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, VALUES, 1, 3, null);
        conversion.filter(grays, converted);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) converted.getSample(pixels[i] & 0xFF, 0, 1);
        }
    }
}
