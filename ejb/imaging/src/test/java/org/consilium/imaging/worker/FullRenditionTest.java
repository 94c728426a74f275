package org.consilium.imaging.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.codec.TurboJpeg;
import org.consilium.imaging.pixels.Orientation;
import org.consilium.testing.photo.CraftedFiles;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A JPEG is turned upright without decoding it, so that nobody who zooms in sees less than the camera did. */
@EnabledIf("isTurboJpegInstalled")
class FullRenditionTest {

    private static final PixelLimits LIMITS = new PixelLimits(1_000_000, 1_000_000);
    private static final int EXIF = 0xE1;
    private static final int TURNED_RIGHT = 6;

    static boolean isTurboJpegInstalled() {
        return TurboJpeg.installed().isPresent();
    }

    @Test
    void aPhotoThatIsUprightStaysAsItIs() {
        byte[] file = SamplePhotos.jpeg(SamplePhotos.noise(64, 48, BufferedImage.TYPE_3BYTE_BGR));

        assertThat(furthest(SamplePhotos.read(full(file)), SamplePhotos.read(file)))
                .isZero();
    }

    /** Turned blocks are decoded with other rounding errors. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void aTurnedPhotoLosesNothing(int orientation) {
        byte[] pixels = SamplePhotos.jpeg(SamplePhotos.noise(64, 48, BufferedImage.TYPE_3BYTE_BGR));
        byte[] file = CraftedFiles.withSegment(pixels, EXIF, CraftedFiles.exif(orientation));

        assertThat(furthest(SamplePhotos.read(full(file)), Orientation.upright(SamplePhotos.read(pixels), orientation)))
                .isLessThanOrEqualTo(3);
    }

    @Test
    void aPhotoWhoseBlocksAreNotWholeIsTurnedAllTheSame() {
        byte[] pixels = SamplePhotos.jpeg(SamplePhotos.noise(61, 45, BufferedImage.TYPE_3BYTE_BGR));
        byte[] file = CraftedFiles.withSegment(pixels, EXIF, CraftedFiles.exif(TURNED_RIGHT));

        BufferedImage shown = SamplePhotos.read(full(file));

        assertThat(shown.getWidth()).isEqualTo(45);
        assertThat(shown.getHeight()).isEqualTo(61);
    }

    private static byte[] full(byte[] file) {
        return PhotoPipeline.process(file, LIMITS).renditions().full();
    }

    /** The largest difference of two samples. */
    private static int furthest(BufferedImage one, BufferedImage other) {
        assertThat(one.getWidth()).isEqualTo(other.getWidth());
        assertThat(one.getHeight()).isEqualTo(other.getHeight());
        int furthest = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    int difference = (one.getRGB(x, y) >> shift & 0xFF) - (other.getRGB(x, y) >> shift & 0xFF);
                    furthest = Math.max(furthest, Math.abs(difference));
                }
            }
        }
        return furthest;
    }
}
