package org.consilium.ear.browser;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Draws the photos that the tests send, and the files that only pretend to be photos. */
public final class Pictures {

    private static final int EXIF_TURNED_RIGHT = 6;
    private static final int LINES = 8;

    private Pictures() {}

    /** A photo for the file field: a coloured disc, wider than high. */
    static FilePayload photo(String name, Color color) {
        return file(name, "image/jpeg", jpeg(400, 300, color));
    }

    /** The photo of a camera that was held upright: stored lying, 300 wide and 400 high to the eye. */
    static FilePayload heldUpright(String name) {
        byte[] lying = jpeg(400, 300, Color.MAGENTA);
        byte[] exif = exif();
        byte[] upright = ByteBuffer.allocate(lying.length + 4 + exif.length)
                .put(lying, 0, 2)
                .put((byte) 0xFF)
                .put((byte) 0xE1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(lying, 2, lying.length - 2)
                .array();
        return file(name, "image/jpeg", upright);
    }

    static FilePayload png(String name) {
        return file(name, "image/png", encoded("png", 400, 300, Color.CYAN));
    }

    static FilePayload truncated(String name) {
        byte[] whole = jpeg(400, 300, Color.RED);
        return file(name, "image/jpeg", Arrays.copyOf(whole, whole.length / 2));
    }

    /** Larger than any photo may be: a picture with a long tail. */
    static byte[] tooLarge() {
        return Arrays.copyOf(jpeg(40, 30, Color.RED), 51 * 1024 * 1024);
    }

    /** A PNG that is little more than a header which promises 50,000 times 50,000 pixels. */
    static FilePayload bomb(String name) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(50_000)
                .putInt(50_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        png.writeBytes(chunk("IHDR", header));
        png.writeBytes(chunk("IDAT", new byte[10]));
        png.writeBytes(chunk("IEND", new byte[0]));
        return file(name, "image/png", png.toByteArray());
    }

    static FilePayload text(String name, String type, String content) {
        return file(name, type, content.getBytes(StandardCharsets.UTF_8));
    }

    static FilePayload file(String name, String type, byte[] content) {
        return new FilePayload(name, type, content);
    }

    private static byte[] chunk(String kind, byte[] content) {
        byte[] named = ByteBuffer.allocate(4 + content.length)
                .put(kind.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        CRC32 sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(content.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    /** Exif 2.32, tag 0x0112: a TIFF block that says how the camera was held. */
    private static byte[] exif() {
        return ByteBuffer.allocate(32)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) EXIF_TURNED_RIGHT)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    public static byte[] jpeg(int width, int height, Color color) {
        return encoded("jpg", width, height, color);
    }

    /** A photo of nothing but one colour. */
    static FilePayload plain(String name, Color color) {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        return file(name, "image/jpeg", written("jpg", image));
    }

    private static byte[] encoded(String format, int width, int height, Color color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(color);
        graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
        // fine lines, or it would look blurred
        graphics.setColor(Color.DARK_GRAY);
        for (int x = 0; x < width; x += LINES) {
            graphics.drawLine(x, 0, x, height);
        }
        graphics.dispose();
        return written(format, image);
    }

    private static byte[] written(String format, BufferedImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return file.toByteArray();
    }
}
