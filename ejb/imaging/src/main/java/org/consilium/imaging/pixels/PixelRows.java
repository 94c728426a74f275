package org.consilium.imaging.pixels;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/** Reads an image of any type row by row as blue, green and red bytes; transparent pixels become white. */
@FunctionalInterface
interface PixelRows {

    /** Fills {@code row} with the three bytes of each pixel of row {@code y}. */
    void read(int y, byte[] row);

    static PixelRows of(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return plain(image);
        }
        return image.getColorModel() instanceof ComponentColorModel ? samples(image) : colors(image);
    }

    private static PixelRows plain(BufferedImage image) {
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return (y, row) -> System.arraycopy(pixels, y * row.length, row, 0, row.length);
    }

    /** Grey or RGB with or without alpha, of 8 or 16 bits; grey is not taken for linear light, as Java 2D would. */
    private static PixelRows samples(BufferedImage image) {
        Raster raster = image.getRaster();
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int shift = image.getColorModel().getComponentSize(0) - 8;
        boolean alpha = image.getColorModel().hasAlpha();
        int green = bands > 2 ? 1 : 0;
        int blue = bands > 2 ? 2 : 0;
        int[] samples = new int[width * bands];
        return (y, row) -> {
            raster.getPixels(0, y, width, 1, samples);
            for (int x = 0; x < width; x++) {
                int at = x * bands;
                int opacity = alpha ? samples[at + bands - 1] >> shift : 255;
                row[3 * x] = onWhite(samples[at + blue] >> shift, opacity);
                row[3 * x + 1] = onWhite(samples[at + green] >> shift, opacity);
                row[3 * x + 2] = onWhite(samples[at] >> shift, opacity);
            }
        };
    }

    /** Palettes and packed pixels. */
    private static PixelRows colors(BufferedImage image) {
        int width = image.getWidth();
        int[] colors = new int[width];
        return (y, row) -> {
            image.getRGB(0, y, width, 1, colors, 0, width);
            for (int x = 0; x < width; x++) {
                int color = colors[x];
                int opacity = color >>> 24;
                row[3 * x] = onWhite(color & 0xFF, opacity);
                row[3 * x + 1] = onWhite(color >> 8 & 0xFF, opacity);
                row[3 * x + 2] = onWhite(color >> 16 & 0xFF, opacity);
            }
        };
    }

    private static byte onWhite(int sample, int opacity) {
        return (byte) ((sample * opacity + 255 * (255 - opacity) + 127) / 255);
    }
}
