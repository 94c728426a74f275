package org.consilium.ear.browser.photo;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import org.consilium.testing.photo.CraftedFiles;
import org.consilium.testing.photo.SamplePhotos;

/** Pictures of all brightnesses and many colors, whose files say in various ways how these are meant. */
final class ColorSamples {

    static final int LINEAR = 100_000;
    static final int GAMMA_1_8 = 55_556;
    static final int GAMMA_2_2 = 45_455;
    static final int[] SRGB = {31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000};
    static final int[] ADOBE_RGB = {31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000};
    static final int[] SENSELESS = {0, 0, 0, 0, 0, 0, 0, 0};

    private static final int WIDTH = 256;
    private static final int HEIGHT = 64;

    private ColorSamples() {}

    static BufferedImage colors(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, 0xFF000000 | color(x, y));
            }
        }
        return image;
    }

    private static int color(int x, int y) {
        return switch (y / 16) {
            case 0 -> rgb(x, x, x);
            case 1 -> rgb(x, 128, 255 - x);
            case 2 -> rgb(255 - x, x, 64);
            default -> rgb(x, x / 2, x / 4);
        };
    }

    private static int rgb(int red, int green, int blue) {
        return red << 16 | green << 8 | blue;
    }

    static byte[] png() {
        return SamplePhotos.png(colors(BufferedImage.TYPE_INT_RGB));
    }

    static byte[] jpeg() {
        return SamplePhotos.jpeg(colors(BufferedImage.TYPE_INT_RGB));
    }

    static BufferedImage grays() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.getRaster().setSample(x, y, 0, x);
            }
        }
        return image;
    }

    /** With 16 bits a sample. */
    static byte[] deepPng() {
        BufferedImage shallow = colors(BufferedImage.TYPE_INT_RGB);
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, WIDTH, HEIGHT, 3, null);
        int[] sample = new int[3];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                shallow.getRaster().getPixel(x, y, sample);
                raster.setPixel(x, y, new int[] {sample[0] * 257, sample[1] * 257, sample[2] * 257});
            }
        }
        ColorSpace space = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        return SamplePhotos.png(new BufferedImage(
                new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT),
                raster,
                false,
                null));
    }

    /** Four inks, with Adobe's marker or without. */
    static byte[] inks(boolean marked) {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, null);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                raster.setPixel(x, y, new int[] {x, y < 32 ? 128 : 255 - x, y * 4, y < 16 ? 255 : 200});
            }
        }
        byte[] file = SamplePhotos.write("jpeg", new IIOImage(raster, null, null), false);
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        return marked ? CraftedFiles.withSegment(file, 0xEE, adobe) : file;
    }

    static byte[] withGamma(byte[] png, int gamma) {
        return CraftedFiles.withChunk(
                png, "gAMA", ByteBuffer.allocate(4).putInt(gamma).array());
    }

    static byte[] withPrimaries(byte[] png, int... primaries) {
        ByteBuffer chunk = ByteBuffer.allocate(4 * primaries.length);
        chunk.asIntBuffer().put(primaries);
        return CraftedFiles.withChunk(png, "cHRM", chunk.array());
    }

    /** One of the JDK's profiles, as {@link ColorSpace} numbers them. */
    static byte[] pngWithProfile(byte[] png, int space) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes("profile\0\0".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(chunk)) {
            deflated.write(ICC_Profile.getInstance(space).getData());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return CraftedFiles.withChunk(png, "iCCP", chunk.toByteArray());
    }

    static byte[] jpegWithProfile(byte[] jpeg, int space) {
        byte[] profile = ICC_Profile.getInstance(space).getData();
        byte[] segment = ByteBuffer.allocate(14 + profile.length)
                .put("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII))
                .put(profile)
                .array();
        return CraftedFiles.withSegment(jpeg, 0xE2, segment);
    }
}
