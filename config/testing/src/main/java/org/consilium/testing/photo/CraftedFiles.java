package org.consilium.testing.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Photo files assembled byte by byte: with metadata of their own, or with a header that is not true. */
public final class CraftedFiles {

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] EXIF = "Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII);

    private CraftedFiles() {}

    /** A TIFF block of one tag, and something that must not be seen by others. */
    public static byte[] exif(int orientation) {
        byte[] secret = "Exif-GPS-SECRET".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(6 + 26 + secret.length)
                .put(EXIF)
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

    /** TIFF 6.0: one directory with ImageDescription (0x010E). */
    public static byte[] exifDescription(String text) {
        byte[] description = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(6 + 26 + description.length)
                .put(EXIF)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x010E)
                .putShort((short) 2)
                .putInt(description.length)
                .putInt(26)
                .putInt(0)
                .put(description)
                .array();
    }

    /** The latitude that {@link #exifOfPhone} writes, as it is in the file: 50 degrees, 4 minutes, 31.8 seconds. */
    public static byte[] latitude() {
        return ByteBuffer.allocate(24)
                .putInt(50)
                .putInt(1)
                .putInt(4)
                .putInt(1)
                .putInt(318)
                .putInt(10)
                .array();
    }

    /** Exif 2.32 as a phone writes it: the orientation, the serial number of the camera, and the place. */
    public static byte[] exifOfPhone(int orientation, String serial) {
        byte[] number = (serial + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(6 + 122 + number.length).put(EXIF).putInt(8);
        exif.putShort((short) 3);
        entry(exif, 0x0112, 3, 1, orientation << 16);
        entry(exif, 0x8769, 4, 1, 50);
        entry(exif, 0x8825, 4, 1, 68);
        exif.putInt(0).putShort((short) 1);
        entry(exif, 0xA431, 2, number.length, 122);
        exif.putInt(0).putShort((short) 2);
        entry(exif, 0x0001, 2, 2, 'N' << 24);
        entry(exif, 0x0002, 5, 3, 98);
        return exif.putInt(0).put(latitude()).put(number).array();
    }

    private static void entry(ByteBuffer exif, int tag, int type, int count, int value) {
        exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** The JPEG with a segment after its first marker. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + 4 + content.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** The JPEG without the segments of one kind. */
    public static byte[] withoutSegments(byte[] jpeg, int marker) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(jpeg, 0, 2);
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != 0xDA) {
            int end = at + 2 + ByteBuffer.wrap(jpeg).getChar(at + 2);
            if ((jpeg[at + 1] & 0xFF) != marker) {
                file.write(jpeg, at, end - at);
            }
            at = end;
        }
        file.write(jpeg, at, jpeg.length - at);
        return file.toByteArray();
    }

    /** One file behind another. */
    public static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    /** A PNG that is little more than its header. */
    public static byte[] pngClaiming(int width, int height) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(PNG_SIGNATURE);
        file.writeBytes(chunk("IHDR", header));
        file.writeBytes(chunk("IDAT", new byte[10]));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    /** The PNG with one more chunk behind its header. */
    public static byte[] withChunk(byte[] png, String type, byte[] content) {
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
    public static byte[] jpegClaiming(int width, int height) {
        byte[] file = SamplePhotos.jpeg(SamplePhotos.quarters(16, 16, BufferedImage.TYPE_INT_RGB));
        int frame = 0;
        while (file[frame] != (byte) 0xFF || file[frame + 1] != (byte) 0xC0) {
            frame++;
        }
        ByteBuffer.wrap(file).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return file;
    }

    /** A WebP whose extended header (RFC 9649, section 2.7) claims such a canvas. */
    public static byte[] webpClaiming(int width, int height) {
        byte[] file = new byte[12 + 18 + SamplePhotos.WEBP_LOSSY.length - 12];
        ByteBuffer.wrap(file)
                .put(SamplePhotos.WEBP_LOSSY, 0, 12)
                .put("VP8X".getBytes(StandardCharsets.US_ASCII))
                .put(new byte[] {10, 0, 0, 0, 0, 0, 0, 0})
                .put(little24(width - 1))
                .put(little24(height - 1))
                .put(SamplePhotos.WEBP_LOSSY, 12, SamplePhotos.WEBP_LOSSY.length - 12);
        file[4] = (byte) (file.length - 8);
        return file;
    }

    private static byte[] little24(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
    }
}
