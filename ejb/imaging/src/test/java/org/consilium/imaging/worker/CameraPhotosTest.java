package org.consilium.imaging.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.imaging.Renditions;
import org.consilium.imaging.codec.Codecs;
import org.consilium.imaging.codec.HeifDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of real cameras, and hostile ones, where they are at hand; their licences keep them out of the project. */
@EnabledIf("arePhotosAtHand")
@ParameterizedClass
@MethodSource("org.consilium.imaging.worker.JpegCodecs#installed")
class CameraPhotosTest {

    private static final Path PHOTOS = Path.of("..", "..", "..", "shared", "photos");

    private static final PixelLimits LIMITS = new PixelLimits(100_000_000, 25_000_000);

    private final Codecs codecs;

    CameraPhotosTest(Codecs codecs) {
        this.codecs = codecs;
    }

    static boolean arePhotosAtHand() {
        return Files.isDirectory(PHOTOS);
    }

    @ParameterizedTest
    @CsvSource({
        "landscape-orientation-1.jpg, 1600, 1067",
        "landscape-orientation-2.jpg, 1600, 1067",
        "landscape-orientation-3.jpg, 1600, 1067",
        "landscape-orientation-4.jpg, 1600, 1067",
        "landscape-orientation-5.jpg, 1600, 1067",
        "landscape-orientation-6.jpg, 1600, 1067",
        "landscape-orientation-7.jpg, 1600, 1067",
        "landscape-orientation-8.jpg, 1600, 1067",
        "phone-iphone.jpg, 1600, 1200",
        "phone-nokia-large.jpg, 1600, 686",
        "phone-jolla.jpg, 1600, 1200"
    })
    void photosAreTaken(String name, int width, int height) throws IOException {
        ProcessedPhoto photo = PhotoPipeline.process(Files.readAllBytes(PHOTOS.resolve(name)), LIMITS, codecs);

        assertThat(photo.renditions().width()).isEqualTo(width);
        assertThat(photo.renditions().height()).isEqualTo(height);
        assertThat(new String(photo.renditions().display(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif", "Apple", "HMD", "Jolla", "http");
    }

    @Test
    void heicOfAPhoneIsShownUpright() throws IOException {
        assumeTrue(HeifDecoder.installed().isPresent());
        Renditions heic = PhotoPipeline.process(Files.readAllBytes(PHOTOS.resolve("phone-iphone.heic")), LIMITS)
                .renditions();
        assertThat(heic).returns(1200, Renditions::width).returns(1600, Renditions::height);
        assertThat(new String(heic.display(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "Apple", "http");
    }

    @ParameterizedTest
    @CsvSource({
        "phone-iphone.heic, HEIC",
        "truncated.jpg, TRUNCATED",
        "text-renamed.jpg, NOT_AN_IMAGE",
        "bomb-50000x50000.png, TOO_MANY_PIXELS",
        "svg-script-renamed.png, NOT_AN_IMAGE"
    })
    void othersAreRefused(String name, Reason reason) throws IOException {
        byte[] file = Files.readAllBytes(PHOTOS.resolve(name));

        PhotoRefusedException refused =
                catchThrowableOfType(PhotoRefusedException.class, () -> PhotoPipeline.process(file, LIMITS, codecs));

        assertThat(refused.reason()).isEqualTo(reason);
    }
}
