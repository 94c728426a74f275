package org.consilium.imaging.pixels;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * Downscales by area averaging: each new pixel is the mean of the area that it covers in the old image, so fine
 * structures neither vanish nor alias. Our own, because it takes a fraction of the time of the libraries' methods of
 * the same quality.
 */
public final class AreaAverage {

    private static final int COLORS = 3;
    private static final int SCALE = 2 * Shares.BITS;
    private static final int HALF = 1 << (SCALE - 1);

    private final PixelRows rows;
    private final Shares across;
    private final Shares down;
    private final int width;

    private AreaAverage(BufferedImage image, int width, int height) {
        this.rows = PixelRows.of(image);
        this.across = Shares.of(image.getWidth(), width);
        this.down = Shares.of(image.getHeight(), height);
        this.width = width;
    }

    /**
     * Downscales to at most {@code longestSide} pixels on the longer side, on white; a smaller image keeps its size.
     */
    public static BufferedImage fit(BufferedImage image, int longestSide) {
        int longer = Math.max(image.getWidth(), image.getHeight());
        double scale = Math.min(1, (double) longestSide / longer);
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ((DataBufferByte) small.getRaster().getDataBuffer()).getData();
        new AreaAverage(image, width, height).shrink(pixels);
        return small;
    }

    private void shrink(byte[] pixels) {
        byte[] row = new byte[across.size() * COLORS];
        int[] narrowed = new int[width * COLORS];
        int[] sum = new int[width * COLORS];
        int done = 0;
        for (int y = 0; y < down.size(); y++) {
            rows.read(y, row);
            narrow(row, narrowed);
            add(narrowed, down.own(y), sum);
            if (down.isLast(y)) {
                done = finish(sum, pixels, done);
                add(narrowed, down.next(y), sum);
            }
        }
    }

    /** One row at the new width, in units of 1 / {@link Shares#WHOLE}. */
    private void narrow(byte[] row, int[] narrowed) {
        int blue = 0;
        int green = 0;
        int red = 0;
        int to = 0;
        for (int x = 0; x < across.size(); x++) {
            int at = x * COLORS;
            int oldBlue = row[at] & 0xFF;
            int oldGreen = row[at + 1] & 0xFF;
            int oldRed = row[at + 2] & 0xFF;
            int share = across.own(x);
            blue += share * oldBlue;
            green += share * oldGreen;
            red += share * oldRed;
            if (across.isLast(x)) {
                narrowed[to] = blue;
                narrowed[to + 1] = green;
                narrowed[to + 2] = red;
                to += COLORS;
                share = across.next(x);
                blue = share * oldBlue;
                green = share * oldGreen;
                red = share * oldRed;
            }
        }
    }

    private static void add(int[] narrowed, int share, int[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += share * narrowed[i];
        }
    }

    /** Writes a new row from {@code from} on, and begins the next. */
    private static int finish(int[] sum, byte[] pixels, int from) {
        for (int i = 0; i < sum.length; i++) {
            pixels[from + i] = (byte) ((sum[i] + HALF) >> SCALE);
            sum[i] = 0;
        }
        return from + sum.length;
    }
}
