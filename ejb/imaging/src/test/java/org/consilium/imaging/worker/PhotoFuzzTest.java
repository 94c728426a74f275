package org.consilium.imaging.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.imaging.Rendition;

/**
 * Whatever bytes are sent, they become a photo or are refused. The build lets Jazzer look for others for a while, led
 * by the branches that the known ones take; what it finds it keeps beside these, and from then on it is tried each
 * time.
 */
class PhotoFuzzTest {

    private static final PixelLimits SMALL = new PixelLimits(1_000_000, 250_000);

    @FuzzTest(maxDuration = "20s")
    void becomesAPhotoOrIsRefused(byte[] file) {
        try {
            ProcessedPhoto photo = PhotoPipeline.process(file, SMALL);
            assertThat(photo.renditions().width()).isBetween(1, Rendition.DISPLAY.longestSide());
            assertThat(photo.renditions().height()).isBetween(1, Rendition.DISPLAY.longestSide());
        } catch (PhotoRefusedException refused) {
            assertThat(refused.reason()).isNotNull();
        }
    }
}
