package org.consilium.imaging.worker;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.Renditions;
import org.consilium.imaging.codec.Codecs;
import org.consilium.testing.photo.CraftedFiles;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that say in various ways that their samples mean light: a quarter of it looks half as bright as white. */
@ParameterizedClass
@MethodSource("org.consilium.imaging.worker.JpegCodecs#installed")
class ColorsTest {

    private static final PixelLimits LIMITS = new PixelLimits(1_000_000, 1_000_000);
    private static final int QUARTER = 55;
    private static final byte[] LINEAR = ByteBuffer.allocate(4).putInt(100_000).array();

    private final Codecs codecs;

    ColorsTest(Codecs codecs) {
        this.codecs = codecs;
    }

    static Stream<Named<byte[]>> linear() {
        byte[] png = SamplePhotos.png(quarter(BufferedImage.TYPE_INT_RGB));
        byte[] gray = SamplePhotos.png(quarter(BufferedImage.TYPE_BYTE_GRAY));
        byte[] grayJpeg = SamplePhotos.jpeg(quarter(BufferedImage.TYPE_BYTE_GRAY));
        return Stream.of(
                Named.of("gAMA", CraftedFiles.withChunk(png, "gAMA", LINEAR)),
                Named.of("gray, gAMA", CraftedFiles.withChunk(gray, "gAMA", LINEAR)),
                Named.of("cICP", CraftedFiles.withChunk(png, "cICP", new byte[] {1, 8, 0, 1})),
                Named.of("gray PNG, gray profile", CraftedFiles.withChunk(gray, "iCCP", chunk(ColorSpace.CS_GRAY))),
                Named.of("gray JPEG, gray profile", CraftedFiles.withSegment(grayJpeg, 0xE2, segment())));
    }

    @ParameterizedTest
    @MethodSource("linear")
    void lightIsShownAsLight(byte[] file) {
        Renditions renditions = PhotoPipeline.process(file, LIMITS, codecs).renditions();

        Shown.assertColor(SamplePhotos.read(renditions.display()), 0.5, 0.5, Color.GRAY);
        Shown.assertColor(SamplePhotos.read(renditions.thumbnail()), 0.5, 0.5, Color.GRAY);
    }

    @Test
    void inksWithoutAMarkerAreThoseOfAdobe() {
        WritableRaster zeros = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 40, 20, 4, null);
        byte[] file = SamplePhotos.write("jpeg", new IIOImage(zeros, null, null), false);

        Shown.assertColor(
                SamplePhotos.read(
                        PhotoPipeline.process(file, LIMITS, codecs).renditions().display()),
                0.5,
                0.5,
                Color.BLACK);
    }

    private static BufferedImage quarter(int type) {
        BufferedImage image = new BufferedImage(40, 20, type);
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                for (int band = 0; band < raster.getNumBands(); band++) {
                    raster.setSample(x, y, band, QUARTER);
                }
            }
        }
        return image;
    }

    private static byte[] segment() {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        return ByteBuffer.allocate(14 + profile.length)
                .put("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII))
                .put(profile)
                .array();
    }

    private static byte[] chunk(int space) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes("profile\0\0".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(chunk)) {
            deflated.write(ICC_Profile.getInstance(space).getData());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return chunk.toByteArray();
    }
}
