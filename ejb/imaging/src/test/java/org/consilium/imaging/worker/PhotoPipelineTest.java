package org.consilium.imaging.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.imaging.codec.Codecs;
import org.consilium.testing.photo.CraftedFiles;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@MethodSource("org.consilium.imaging.worker.JpegCodecs#installed")
class PhotoPipelineTest {

    private static final PixelLimits LIMITS = new PixelLimits(100_000_000, 25_000_000);

    private final Codecs codecs;

    PhotoPipelineTest(Codecs codecs) {
        this.codecs = codecs;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyOrientationIsShownUpright(int orientation) {
        ProcessedPhoto photo = develop(SamplePhotos.heldLike(orientation, 2000, 1000));

        assertThat(photo.renditions().width()).isEqualTo(1600);
        assertThat(photo.renditions().height()).isEqualTo(800);
        Shown.assertQuarters(photo.renditions().display(), 1600, 800);
        Shown.assertQuarters(photo.renditions().thumbnail(), 320, 160);
    }

    @Test
    void orientationOfPngCounts() {
        byte[] exif = CraftedFiles.exif(3);
        byte[] png = CraftedFiles.withChunk(
                SamplePhotos.png(SamplePhotos.quarters(40, 20, BufferedImage.TYPE_INT_RGB)),
                "eXIf",
                Arrays.copyOfRange(exif, 6, exif.length));

        BufferedImage display = SamplePhotos.read(develop(png).renditions().display());

        Shown.assertColor(display, 0.25, 0.25, SamplePhotos.BOTTOM_RIGHT);
        Shown.assertColor(display, 0.75, 0.75, SamplePhotos.TOP_LEFT);
    }

    @Test
    void nothingButPixelsGetsIntoTheRenditions() {
        byte[] file = CraftedFiles.withSegment(
                SamplePhotos.heldLike(6, 2000, 1000), 0xFE, "Exif-GPS-SECRET".getBytes(StandardCharsets.US_ASCII));

        ProcessedPhoto photo = develop(file);

        for (byte[] rendition :
                new byte[][] {photo.renditions().display(), photo.renditions().thumbnail()}) {
            assertThat(new String(rendition, StandardCharsets.ISO_8859_1))
                    .doesNotContain("Exif", "SECRET", "http", "ICC");
        }
    }

    @Test
    void theTypeIsKnownByTheContent() {
        ProcessedPhoto photo = develop(SamplePhotos.png(SamplePhotos.quarters(4, 4, BufferedImage.TYPE_INT_RGB)));

        assertThat(photo.contentType()).isEqualTo("image/png");
    }

    @Test
    void smallPhotoIsNotEnlarged() {
        ProcessedPhoto photo = develop(SamplePhotos.jpeg(SamplePhotos.quarters(100, 60, BufferedImage.TYPE_INT_RGB)));

        Shown.assertQuarters(photo.renditions().display(), 100, 60);
        Shown.assertQuarters(photo.renditions().thumbnail(), 100, 60);
    }

    @Test
    void narrowPhotoKeepsAPixel() {
        ProcessedPhoto photo = develop(SamplePhotos.png(new BufferedImage(8000, 1, BufferedImage.TYPE_INT_RGB)));

        assertThat(photo.renditions().width()).isEqualTo(1600);
        assertThat(photo.renditions().height()).isEqualTo(1);
    }

    @Test
    void progressiveJpegIsTaken() {
        byte[] file = SamplePhotos.progressiveJpeg(SamplePhotos.quarters(200, 100, BufferedImage.TYPE_INT_RGB));

        Shown.assertQuarters(develop(file).renditions().display(), 200, 100);
    }

    @Test
    void transparencyBecomesWhite() {
        BufferedImage clear = new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB);

        Shown.assertColor(
                SamplePhotos.read(develop(SamplePhotos.png(clear)).renditions().display()), 0.5, 0.5, Color.WHITE);
    }

    @Test
    void paletteIsTaken() {
        byte[] file = SamplePhotos.png(SamplePhotos.quarters(40, 20, BufferedImage.TYPE_BYTE_INDEXED));

        Shown.assertQuarters(develop(file).renditions().display(), 40, 20);
    }

    @Test
    void greyKeepsItsBrightness() {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
            BufferedImage grey = new BufferedImage(40, 20, type);
            int middle = type == BufferedImage.TYPE_BYTE_GRAY ? 128 : 128 << 8;
            fill(grey.getRaster(), middle);

            Shown.assertColor(
                    SamplePhotos.read(
                            develop(SamplePhotos.png(grey)).renditions().display()),
                    0.5,
                    0.5,
                    Color.GRAY);
        }
    }

    @Test
    void sixteenBitsAreTaken() {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 40, 20, 3, null);
        fill(raster, 128 << 8);

        byte[] file = SamplePhotos.png(Rasters.rgb(raster));

        assertThat(file[24]).as("bits of a sample").isEqualTo((byte) 16);
        Shown.assertColor(SamplePhotos.read(develop(file).renditions().display()), 0.5, 0.5, Color.GRAY);
    }

    @Test
    void fourInksAreTaken() {
        WritableRaster noInk = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 40, 20, 4, null);
        int asBrowsersTakeIt = 255;
        fill(noInk, asBrowsersTakeIt);

        byte[] file = SamplePhotos.write("jpeg", new IIOImage(noInk, null, null), false);

        Shown.assertColor(SamplePhotos.read(develop(file).renditions().display()), 0.5, 0.5, Color.WHITE);
    }

    @Test
    void colorProfileIsApplied() {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] segment = ByteBuffer.allocate(14 + linear.length)
                .put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 1)
                .put(linear)
                .array();
        BufferedImage dark = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        int quarterOfTheLight = 55;
        fill(dark.getRaster(), quarterOfTheLight);

        byte[] file = CraftedFiles.withSegment(SamplePhotos.jpeg(dark), 0xE2, segment);

        Shown.assertColor(SamplePhotos.read(develop(file).renditions().display()), 0.5, 0.5, Color.GRAY);
    }

    @Test
    void webpIsTaken() {
        BufferedImage lossy =
                SamplePhotos.read(develop(SamplePhotos.WEBP_LOSSY).renditions().display());
        Shown.assertColor(lossy, 0.2, 0.5, Color.RED);
        Shown.assertColor(lossy, 0.8, 0.5, Color.BLUE);

        BufferedImage lossless = SamplePhotos.read(
                develop(SamplePhotos.WEBP_LOSSLESS).renditions().display());
        Shown.assertColor(lossless, 0.2, 0.5, Color.RED);
        Shown.assertColor(lossless, 0.8, 0.5, Color.WHITE);
    }

    @Test
    void veryLargeJpegIsThinnedOut() {
        byte[] file = SamplePhotos.jpeg(SamplePhotos.quarters(8000, 4000, BufferedImage.TYPE_3BYTE_BGR));

        Shown.assertQuarters(develop(file).renditions().display(), 1600, 800);
    }

    private ProcessedPhoto develop(byte[] file) {
        return PhotoPipeline.process(file, LIMITS, codecs);
    }

    private static void fill(WritableRaster raster, int sample) {
        int[] samples = new int[raster.getWidth() * raster.getHeight() * raster.getNumBands()];
        Arrays.fill(samples, sample);
        raster.setPixels(0, 0, raster.getWidth(), raster.getHeight(), samples);
    }
}
