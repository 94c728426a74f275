package org.consilium.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.image.ImageRefusedException.Reason;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of real cameras, and hostile ones, where they are at hand; their licences keep them out of the project. */
@EnabledIf("arePhotosAtHand")
@ParameterizedClass
@MethodSource("org.consilium.image.SamplePhotos#codecs")
class CameraPhotosTest {

    private static final Path PHOTOS = Path.of("..", "..", "shared", "photos");

    private static final PixelLimits LIMITS = new PixelLimits(100_000_000, 25_000_000);

    private final JpegCodec jpeg;

    CameraPhotosTest(JpegCodec jpeg) {
        this.jpeg = jpeg;
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
        Photo photo = PhotoLab.developHere(Files.readAllBytes(PHOTOS.resolve(name)), LIMITS, jpeg);

        assertThat(photo.width()).isEqualTo(width);
        assertThat(photo.height()).isEqualTo(height);
        assertThat(new String(photo.display(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif", "Apple", "HMD", "Jolla", "http");
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

        ImageRefusedException refused =
                catchThrowableOfType(ImageRefusedException.class, () -> PhotoLab.developHere(file, LIMITS, jpeg));

        assertThat(refused.reason()).isEqualTo(reason);
    }
}
