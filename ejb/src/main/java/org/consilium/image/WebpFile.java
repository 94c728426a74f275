package org.consilium.image;

import org.consilium.image.ImageRefusedException.Reason;
import org.consilium.image.PhotoFile.Coding;
import org.jspecify.annotations.Nullable;

/** Walks through the chunks of a WebP (RFC 9649); of an animation the first picture counts. */
final class WebpFile {

    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FRAME_HEADER = 16;

    private final byte[] file;
    private final FileBytes bytes;
    private final PixelLimits limits;
    private byte @Nullable [] exif;
    private int width;
    private int height;
    private boolean picture;

    private WebpFile(byte[] file, PixelLimits limits) {
        this.file = file;
        this.bytes = new FileBytes(file);
        this.limits = limits;
    }

    static PhotoFile inspect(byte[] file, PixelLimits limits) {
        WebpFile webp = new WebpFile(file, limits);
        webp.walk();
        return new PhotoFile(Coding.WEBP, webp.width, webp.height, FileParts.whole(file))
                .heldLike(ExifOrientation.in(webp.exif))
                .decodedInto(4);
    }

    private void walk() {
        long end = bytes.little32(4) + CHUNK_HEADER;
        // what the first chunk claims counts more than that its end is missing
        chunk(FIRST_CHUNK, Math.min(end, file.length));
        bytes.require(0, end);
        int at = next(FIRST_CHUNK);
        while (at + CHUNK_HEADER <= end) {
            chunk(at, end);
            at = next(at);
        }
        if (!picture) {
            throw new ImageRefusedException(Reason.TRUNCATED);
        }
    }

    private int next(int at) {
        long length = bytes.little32(at + 4);
        bytes.require(at, length + CHUNK_HEADER);
        return at + CHUNK_HEADER + (int) (length + (length & 1));
    }

    private void chunk(int at, long end) {
        int data = at + CHUNK_HEADER;
        if (bytes.has(at, "VP8X")) {
            size(bytes.little24(data + 4) + 1, bytes.little24(data + 7) + 1);
        } else if (bytes.has(at, "VP8 ")) {
            picture(bytes.little16(data + 6) & 0x3FFF, bytes.little16(data + 8) & 0x3FFF);
        } else if (bytes.has(at, "VP8L")) {
            long sides = bytes.little32(data + 1);
            picture((int) (sides & 0x3FFF) + 1, (int) (sides >> 14 & 0x3FFF) + 1);
        } else if (bytes.has(at, "ANMF") && data + FRAME_HEADER + CHUNK_HEADER <= end) {
            limits.checkWhole(bytes.little24(data + 6) + 1, bytes.little24(data + 9) + 1);
            chunk(data + FRAME_HEADER, end);
        } else if (bytes.has(at, "EXIF")) {
            exif(data, next(at));
        }
    }

    private void exif(int from, int to) {
        int start = bytes.has(from, "Exif\0\0") ? from + 6 : from;
        exif = bytes.copy(start, Math.max(start, Math.min(to, file.length)));
    }

    private void picture(int pictureWidth, int pictureHeight) {
        picture = true;
        if (width == 0) {
            size(pictureWidth, pictureHeight);
        }
        limits.checkWhole(pictureWidth, pictureHeight);
    }

    private void size(int canvasWidth, int canvasHeight) {
        limits.checkWhole(canvasWidth, canvasHeight);
        width = canvasWidth;
        height = canvasHeight;
    }
}
