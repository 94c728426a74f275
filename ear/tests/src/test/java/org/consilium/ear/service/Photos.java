package org.consilium.ear.service;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Photos as people send them. */
final class Photos {

    /** What a telephone writes of the place into its photos. */
    static final String PLACE = "50.0755N 14.4378E";

    /** 16 x 8 pixels. */
    private static final byte[] WEBP = Base64.getDecoder()
            .decode("UklGRkQAAABXRUJQVlA4IDgAAAAwAgCdASoQAAgAAMASJaACdLoB+AH4gARoAAD+/Suf/9+gm/93m/10S8z/60c//rRlcH9a"
                    + "Ob+gAA==");

    private Photos() {}

    /** A photo of a telephone that knew where it was. */
    static byte[] jpeg(int width, int height) {
        byte[] plain = write("jpeg", width, height);
        byte[] exif = exif();
        return ByteBuffer.allocate(plain.length + 4 + exif.length)
                .put(plain, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    static byte[] png(int width, int height) {
        return write("png", width, height);
    }

    static byte[] webp() {
        return WEBP.clone();
    }

    static InputStream open(byte[] file) {
        return new ByteArrayInputStream(file);
    }

    static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the file holds these characters anywhere. */
    static boolean holds(byte[] file, String text) {
        return new String(file, StandardCharsets.ISO_8859_1).contains(text);
    }

    /** TIFF 6.0: one directory with ImageDescription (0x010E), which names the place. */
    private static byte[] exif() {
        byte[] place = (PLACE + "\0").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(6 + 26 + place.length)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x010E)
                .putShort((short) 2)
                .putInt(place.length)
                .putInt(26)
                .putInt(0)
                .put(place)
                .array();
    }

    private static byte[] write(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
