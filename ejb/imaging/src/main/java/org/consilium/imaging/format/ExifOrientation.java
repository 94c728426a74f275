package org.consilium.imaging.format;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads and writes how the camera was held: 1 to 8, Exif 2.32, tag 0x0112. */
public final class ExifOrientation {

    public static final int UPRIGHT = 1;

    private static final int LAST = 8;

    private ExifOrientation() {}

    /** Reads a block of Exif (a TIFF header and what follows); upright if it has no valid orientation. */
    public static int in(byte @Nullable [] exif) {
        if (exif == null) {
            return UPRIGHT;
        }
        try {
            Metadata metadata = new Metadata();
            new ExifReader().extract(new ByteArrayReader(exif), metadata);
            ExifIFD0Directory first = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer orientation = first == null ? null : first.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return orientation == null || orientation < UPRIGHT || orientation > LAST ? UPRIGHT : orientation;
        } catch (RuntimeException unreadable) {
            return UPRIGHT;
        }
    }

    /** A block of Exif with nothing but an orientation (TIFF 6.0: one directory of one entry). */
    static byte[] block(int orientation) {
        return ByteBuffer.allocate(26)
                .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ExifIFD0Directory.TAG_ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    /** The same as a segment of a JPEG; empty if upright. */
    static byte[] segment(int orientation) {
        if (orientation == UPRIGHT) {
            return new byte[0];
        }
        byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        byte[] block = block(orientation);
        return ByteBuffer.allocate(4 + name.length + block.length)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + name.length + block.length))
                .put(name)
                .put(block)
                .array();
    }
}
