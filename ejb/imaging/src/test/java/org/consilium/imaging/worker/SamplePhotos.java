package org.consilium.imaging.worker;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.consilium.imaging.PhotoFormat;
import org.consilium.imaging.codec.Codecs;
import org.consilium.imaging.codec.JdkJpeg;
import org.consilium.imaging.codec.TurboJpeg;

/**
 * Makes the files that the tests send: a picture of four coloured quarters, in every shape that a camera may give it.
 */
final class SamplePhotos {

    static final Color TOP_LEFT = Color.RED;
    static final Color TOP_RIGHT = Color.GREEN;
    static final Color BOTTOM_LEFT = Color.BLUE;
    static final Color BOTTOM_RIGHT = Color.YELLOW;

    /** 16 x 8, left half red, right half blue. */
    static final byte[] WEBP_LOSSY = Base64.getDecoder()
            .decode("UklGRkQAAABXRUJQVlA4IDgAAAAwAgCdASoQAAgAAMASJaACdLoB+AH4gARoAAD+/Suf/9+gm/93m/10S8z/60c//rRlcH9a"
                    + "Ob+gAA==");

    /** 16 x 8, left half red, right half transparent. */
    static final byte[] WEBP_LOSSLESS =
            Base64.getDecoder().decode("UklGRiQAAABXRUJQVlA4TBcAAAAvD8ABEA8Q8x/zHwyxYDJ/6c4UIvofGQA=");

    private SamplePhotos() {}

    /** Each JPEG codec that this machine has, and none for HEIC and AVIF. */
    static Stream<Codecs> codecs() {
        return Stream.concat(Stream.of(new JdkJpeg()), TurboJpeg.installed().stream())
                .map(jpeg -> new Codecs(jpeg, Optional.empty()));
    }

    /** A file beside the tests. */
    static byte[] resource(String name) {
        try (InputStream file = SamplePhotos.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    static BufferedImage quarters(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        Color[] colors = {TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT};
        for (int quarter = 0; quarter < colors.length; quarter++) {
            graphics.setColor(colors[quarter]);
            graphics.fillRect(quarter % 2 * width / 2, quarter / 2 * height / 2, width / 2, height / 2);
        }
        graphics.dispose();
        return image;
    }

    /** The file of a camera that was held like that: what it saw is {@link #quarters}, width x height upright. */
    static byte[] heldLike(int orientation, int width, int height) {
        BufferedImage seen = quarters(width, height, BufferedImage.TYPE_INT_RGB);
        boolean swapped = orientation > 4;
        BufferedImage stored =
                new BufferedImage(swapped ? height : width, swapped ? width : height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < stored.getHeight(); y++) {
            for (int x = 0; x < stored.getWidth(); x++) {
                stored.setRGB(x, y, seenAt(seen, orientation, x, y));
            }
        }
        return withSegment(jpeg(stored), 0xE1, exif(orientation));
    }

    /** Exif 2.32, tag 0x0112: where row 0 and column 0 of the stored picture lie in the scene. */
    private static int seenAt(BufferedImage seen, int orientation, int x, int y) {
        int right = seen.getWidth() - 1;
        int bottom = seen.getHeight() - 1;
        return switch (orientation) {
            case 2 -> seen.getRGB(right - x, y);
            case 3 -> seen.getRGB(right - x, bottom - y);
            case 4 -> seen.getRGB(x, bottom - y);
            case 5 -> seen.getRGB(y, x);
            case 6 -> seen.getRGB(right - y, x);
            case 7 -> seen.getRGB(right - y, bottom - x);
            case 8 -> seen.getRGB(y, bottom - x);
            default -> seen.getRGB(x, y);
        };
    }

    /** A TIFF block of one tag, and something that must not be seen by others. */
    static byte[] exif(int orientation) {
        byte[] secret = "Exif-GPS-SECRET".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(6 + 26 + secret.length)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(secret)
                .array();
    }

    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + 4 + content.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    static byte[] jpeg(BufferedImage image) {
        return write("jpeg", new IIOImage(image, null, null), false);
    }

    static byte[] progressiveJpeg(BufferedImage image) {
        return write("jpeg", new IIOImage(image, null, null), true);
    }

    static byte[] png(BufferedImage image) {
        return write("png", new IIOImage(image, null, null), false);
    }

    static byte[] write(String format, IIOImage image, boolean progressive) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam writing = writer.getDefaultWriteParam();
            if (progressive) {
                writing.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(output);
            writer.write(null, image, writing);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    /** A PNG that is little more than its header. */
    static byte[] pngClaiming(int width, int height) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(PhotoFormat.PNG_SIGNATURE.getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(chunk("IHDR", header));
        file.writeBytes(chunk("IDAT", new byte[10]));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    /** The PNG with one more chunk behind its header. */
    static byte[] withChunk(byte[] png, String type, byte[] content) {
        int headerEnd = 33;
        byte[] chunk = chunk(type, content);
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, headerEnd)
                .put(chunk)
                .put(png, headerEnd, png.length - headerEnd)
                .array();
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    /** A JPEG whose frame header claims another size than it has. */
    static byte[] jpegClaiming(int width, int height) {
        byte[] file = jpeg(quarters(16, 16, BufferedImage.TYPE_INT_RGB));
        int frame = 0;
        while (file[frame] != (byte) 0xFF || file[frame + 1] != (byte) 0xC0) {
            frame++;
        }
        ByteBuffer.wrap(file).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return file;
    }

    /** A WebP whose extended header (RFC 9649, section 2.7) claims such a canvas. */
    static byte[] webpClaiming(int width, int height) {
        byte[] file = new byte[12 + 18 + WEBP_LOSSY.length - 12];
        ByteBuffer.wrap(file)
                .put(WEBP_LOSSY, 0, 12)
                .put("VP8X".getBytes(StandardCharsets.US_ASCII))
                .put(new byte[] {10, 0, 0, 0, 0, 0, 0, 0})
                .put(little24(width - 1))
                .put(little24(height - 1))
                .put(WEBP_LOSSY, 12, WEBP_LOSSY.length - 12);
        file[4] = (byte) (file.length - 8);
        return file;
    }

    private static byte[] little24(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
    }

    static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
