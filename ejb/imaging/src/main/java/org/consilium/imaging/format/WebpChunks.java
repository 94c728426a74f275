package org.consilium.imaging.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The chunks of a WebP (RFC 9649, section 2.3). */
final class WebpChunks {
    private static final Set<String> PICTURE = Set.of("ICCP", "ALPH", "VP8 ", "VP8L");
    private static final String EXIF_PREFIX = "Exif\0\0";

    private static final int FILE_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int EXIF_FLAG = 0x08;
    private static final int XMP_FLAG = 0x04;

    private final FileBytes bytes;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int orientation = ExifOrientation.UPRIGHT;
    private boolean animated;

    private WebpChunks(byte[] file) {
        bytes = new FileBytes(file);
    }

    /**
     * The file without its metadata, but for the color profile and the orientation; empty for an animation.
     *
     * @throws org.consilium.imaging.PhotoRefusedException if it is damaged
     */
    static Optional<byte[]> withoutMetadata(byte[] file) {
        WebpChunks chunks = new WebpChunks(file);
        chunks.walk();
        return chunks.animated ? Optional.empty() : Optional.of(chunks.file());
    }

    private void walk() {
        long end = CHUNK_HEADER + bytes.little32(4);
        int at = FILE_HEADER;
        while (at + CHUNK_HEADER <= end) {
            long length = bytes.little32(at + 4);
            bytes.require(at, CHUNK_HEADER + length);
            int from = at + CHUNK_HEADER;
            take(text(at), bytes.copy(from, from + (int) length));
            at = from + (int) (length + length % 2);
        }
    }

    private String text(int at) {
        return new String(bytes.copy(at, at + 4), StandardCharsets.ISO_8859_1);
    }

    private void take(String type, byte[] data) {
        if (PICTURE.contains(type) || type.equals("VP8X")) {
            keep(type, data);
        } else if (type.equals("EXIF")) {
            FileBytes exif = new FileBytes(data);
            orientation =
                    ExifOrientation.in(exif.copy(exif.has(0, EXIF_PREFIX) ? EXIF_PREFIX.length() : 0, data.length));
        } else {
            animated |= type.equals("ANIM") || type.equals("ANMF");
        }
    }

    private void keep(String type, byte[] data) {
        kept.writeBytes(header(type, data.length));
        kept.writeBytes(data);
        if (data.length % 2 == 1) {
            kept.write(0);
        }
    }

    private byte[] file() {
        boolean turned = orientation != ExifOrientation.UPRIGHT;
        if (turned) {
            keep("EXIF", ExifOrientation.block(orientation));
        }
        byte[] chunks = kept.toByteArray();
        if (new FileBytes(chunks).has(0, "VP8X")) {
            int flags = chunks[CHUNK_HEADER] & ~(EXIF_FLAG | XMP_FLAG);
            chunks[CHUNK_HEADER] = (byte) (turned ? flags | EXIF_FLAG : flags);
        }
        return ByteBuffer.allocate(FILE_HEADER + chunks.length)
                .put(header("RIFF", 4 + chunks.length))
                .put("WEBP".getBytes(StandardCharsets.ISO_8859_1))
                .put(chunks)
                .array();
    }

    private static byte[] header(String type, int length) {
        return ByteBuffer.allocate(CHUNK_HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .putInt(length)
                .array();
    }
}
