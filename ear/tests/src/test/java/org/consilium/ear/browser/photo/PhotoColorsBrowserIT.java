package org.consilium.ear.browser.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.ear.browser.photo.ColorSamples.ADOBE_RGB;
import static org.consilium.ear.browser.photo.ColorSamples.GAMMA_1_8;
import static org.consilium.ear.browser.photo.ColorSamples.GAMMA_2_2;
import static org.consilium.ear.browser.photo.ColorSamples.LINEAR;
import static org.consilium.ear.browser.photo.ColorSamples.SENSELESS;
import static org.consilium.ear.browser.photo.ColorSamples.SRGB;
import static org.consilium.ear.browser.photo.ColorSamples.withGamma;
import static org.consilium.ear.browser.photo.ColorSamples.withPrimaries;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.ear.stand.Visit;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.Renditions;
import org.consilium.imaging.worker.PhotoPipeline;
import org.consilium.testing.photo.CraftedFiles;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A clinician sees the colors that the patient's browser shows of the file: each rendition is compared with the
 * original as Chromium draws it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhotoColorsBrowserIT {

    private static final PixelLimits LIMITS = new PixelLimits(1_000_000, 1_000_000);

    /** Of 255, for all samples of all pixels; what JPEG costs in these pictures is 2. */
    private static final double MOST_MEAN_ERROR = 3.5;

    private static final String MEAN_ERROR = """
            async files => {
              const samples = async file => {
                const bytes = Uint8Array.from(atob(file), letter => letter.charCodeAt(0));
                const image = await createImageBitmap(new Blob([bytes]));
                const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
                context.drawImage(image, 0, 0);
                return context.getImageData(0, 0, image.width, image.height).data;
              };
              const [one, other] = await Promise.all(files.map(samples));
              return one.reduce((sum, sample, place) => sum + Math.abs(sample - other[place]), 0) * 4 / 3 / one.length;
            }""";

    private Visit browser;

    @BeforeAll
    void open() {
        browser = Visit.start();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    static Stream<Named<byte[]>> photos() {
        byte[] png = ColorSamples.png();
        byte[] grayPng = SamplePhotos.png(ColorSamples.grays());
        byte[] grayJpeg = SamplePhotos.jpeg(ColorSamples.grays());
        byte[] palette = SamplePhotos.png(ColorSamples.colors(BufferedImage.TYPE_BYTE_INDEXED));
        byte[] alpha = SamplePhotos.png(ColorSamples.colors(BufferedImage.TYPE_INT_ARGB));
        byte[] linearAdobe = withPrimaries(withGamma(png, LINEAR), ADOBE_RGB);
        return Stream.of(
                Named.of("PNG that says nothing", png),
                Named.of("PNG with gAMA 1", withGamma(png, LINEAR)),
                Named.of("PNG with gAMA 1/1.8", withGamma(png, GAMMA_1_8)),
                Named.of("PNG with gAMA 1/2.2", withGamma(png, GAMMA_2_2)),
                Named.of("PNG with gAMA 0", withPrimaries(withGamma(png, 0), ADOBE_RGB)),
                Named.of("PNG with cHRM alone", withPrimaries(png, ADOBE_RGB)),
                Named.of("PNG with gAMA and cHRM", withPrimaries(withGamma(png, GAMMA_2_2), ADOBE_RGB)),
                Named.of("PNG with gAMA and senseless cHRM", withPrimaries(withGamma(png, LINEAR), SENSELESS)),
                Named.of("PNG with sRGB before gAMA", CraftedFiles.withChunk(linearAdobe, "sRGB", new byte[1])),
                Named.of(
                        "PNG with a profile before gAMA",
                        ColorSamples.pngWithProfile(
                                withPrimaries(withGamma(png, GAMMA_2_2), ADOBE_RGB), ColorSpace.CS_LINEAR_RGB)),
                Named.of("PNG with a palette", withPrimaries(withGamma(palette, LINEAR), SRGB)),
                Named.of("PNG with alpha", withPrimaries(withGamma(alpha, LINEAR), ADOBE_RGB)),
                Named.of("PNG of 16 bits", withPrimaries(withGamma(ColorSamples.deepPng(), LINEAR), ADOBE_RGB)),
                Named.of("PNG in Display P3", CraftedFiles.withChunk(png, "cICP", new byte[] {12, 13, 0, 1})),
                Named.of("PNG in linear light", CraftedFiles.withChunk(png, "cICP", new byte[] {1, 8, 0, 1})),
                Named.of("gray PNG with gAMA", withGamma(grayPng, LINEAR)),
                Named.of("gray PNG, gray profile", ColorSamples.pngWithProfile(grayPng, ColorSpace.CS_GRAY)),
                Named.of("gray PNG, RGB profile", ColorSamples.pngWithProfile(grayPng, ColorSpace.CS_LINEAR_RGB)),
                Named.of("RGB PNG, gray profile", ColorSamples.pngWithProfile(png, ColorSpace.CS_GRAY)),
                Named.of("gray JPEG, gray profile", ColorSamples.jpegWithProfile(grayJpeg, ColorSpace.CS_GRAY)),
                Named.of("gray JPEG, RGB profile", ColorSamples.jpegWithProfile(grayJpeg, ColorSpace.CS_LINEAR_RGB)),
                Named.of(
                        "RGB JPEG, gray profile",
                        ColorSamples.jpegWithProfile(ColorSamples.jpeg(), ColorSpace.CS_GRAY)),
                Named.of(
                        "RGB JPEG, RGB profile",
                        ColorSamples.jpegWithProfile(ColorSamples.jpeg(), ColorSpace.CS_LINEAR_RGB)),
                Named.of("CMYK without Adobe's marker", ColorSamples.inks(false)),
                Named.of("CMYK with Adobe's marker", ColorSamples.inks(true)));
    }

    @ParameterizedTest
    @MethodSource("photos")
    void areThoseThatABrowserShows(byte[] file) {
        Renditions renditions = PhotoPipeline.process(file, LIMITS).renditions();

        assertThat(meanError(file, renditions.display())).as("display").isLessThan(MOST_MEAN_ERROR);
        assertThat(meanError(file, renditions.full())).as("full").isLessThan(MOST_MEAN_ERROR);
    }

    private double meanError(byte[] one, byte[] other) {
        Base64.Encoder base64 = Base64.getEncoder();
        Object error =
                browser.page().evaluate(MEAN_ERROR, List.of(base64.encodeToString(one), base64.encodeToString(other)));
        return ((Number) error).doubleValue();
    }
}
