package org.consilium.imaging.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.consilium.testing.photo.SamplePhotos;

/** Compares what a rendition shows with what it should show. */
final class Shown {

    private Shown() {}

    static void assertQuarters(byte[] file, int width, int height) {
        BufferedImage image = SamplePhotos.read(file);
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        assertColor(image, 0.25, 0.25, SamplePhotos.TOP_LEFT);
        assertColor(image, 0.75, 0.25, SamplePhotos.TOP_RIGHT);
        assertColor(image, 0.25, 0.75, SamplePhotos.BOTTOM_LEFT);
        assertColor(image, 0.75, 0.75, SamplePhotos.BOTTOM_RIGHT);
    }

    static void assertColor(BufferedImage image, double across, double down, Color expected) {
        Color color = new Color(image.getRGB((int) (across * image.getWidth()), (int) (down * image.getHeight())));
        int furthest = Math.max(
                Math.abs(color.getRed() - expected.getRed()),
                Math.max(
                        Math.abs(color.getGreen() - expected.getGreen()),
                        Math.abs(color.getBlue() - expected.getBlue())));
        assertThat(furthest).as("%s instead of %s", color, expected).isLessThan(16);
    }
}
