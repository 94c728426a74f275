package org.consilium.imaging.worker;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.WritableRaster;

/** Images of kinds that BufferedImage has no name for. */
final class Rasters {

    private Rasters() {}

    /** An opaque RGB image of the samples. */
    static BufferedImage rgb(WritableRaster samples) {
        ColorSpace colors = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        ComponentColorModel model =
                new ComponentColorModel(colors, false, false, Transparency.OPAQUE, samples.getTransferType());
        return new BufferedImage(model, samples, false, null);
    }
}
