package org.consilium.imaging.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaAverageTest {

    @ParameterizedTest
    @CsvSource({"64, 64, 64", "64, 48, 63", "100, 75, 33", "97, 89, 10", "300, 2, 7", "1, 50, 3"})
    void eachPixelIsTheMeanOfItsArea(int width, int height, int longestSide) {
        BufferedImage image = noise(width, height);

        BufferedImage small = AreaAverage.fit(image, longestSide);

        assertThat(Math.max(small.getWidth(), small.getHeight()))
                .isEqualTo(Math.min(longestSide, Math.max(width, height)));
        for (int y = 0; y < small.getHeight(); y++) {
            for (int x = 0; x < small.getWidth(); x++) {
                for (int band = 0; band < 3; band++) {
                    assertThat((double) small.getRaster().getSample(x, y, band))
                            .isCloseTo(mean(image, small, x, y, band), within(0.8));
                }
            }
        }
    }

    @Test
    void whiteStaysWhiteAtEverySize() {
        BufferedImage white = new BufferedImage(211, 199, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < white.getHeight(); y++) {
            for (int x = 0; x < white.getWidth(); x++) {
                white.setRGB(x, y, 0xFFFFFF);
            }
        }
        for (int size = 1; size <= 211; size++) {
            BufferedImage small = AreaAverage.fit(white, size);
            assertThat(small.getRGB(0, 0)).isEqualTo(-1);
            assertThat(small.getRGB(small.getWidth() - 1, small.getHeight() - 1))
                    .isEqualTo(-1);
        }
    }

    private static BufferedImage noise(int width, int height) {
        Random random = new Random(20_260_101);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    /** By its definition. */
    private static double mean(BufferedImage image, BufferedImage small, int x, int y, int band) {
        double across = (double) image.getWidth() / small.getWidth();
        double down = (double) image.getHeight() / small.getHeight();
        double sum = 0;
        for (int oldY = 0; oldY < image.getHeight(); oldY++) {
            double tall = overlap(oldY, y * down, (y + 1) * down);
            for (int oldX = 0; tall > 0 && oldX < image.getWidth(); oldX++) {
                sum += tall
                        * overlap(oldX, x * across, (x + 1) * across)
                        * image.getRaster().getSample(oldX, oldY, band);
            }
        }
        return sum / across / down;
    }

    private static double overlap(int pixel, double begin, double end) {
        return Math.max(0, Math.min(pixel + 1.0, end) - Math.max(pixel, begin));
    }
}
