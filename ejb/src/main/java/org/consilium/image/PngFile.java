package org.consilium.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.InflaterInputStream;
import org.consilium.image.ImageRefusedException.Reason;
import org.consilium.image.PhotoFile.Coding;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the chunks of a PNG (ISO/IEC 15948) up to its end, and keeps those that make the picture: compressed
 * texts, which unfold without limit, are left behind, and so are an animation's further pictures.
 */
final class PngFile {

    static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";

    private static final int MOST_PROFILE_BYTES = 1 << 20;
    private static final int LONGEST_PROFILE_NAME = 79;
    /** Length, type and check sum. */
    private static final int FRAME = 12;

    private final byte[] file;
    private final FileBytes bytes;
    private final PixelLimits limits;
    private final FileParts kept = new FileParts();
    private byte @Nullable [] exif;
    private byte @Nullable [] profile;
    private boolean picture;

    private PngFile(byte[] file, PixelLimits limits) {
        this.file = file;
        this.bytes = new FileBytes(file);
        this.limits = limits;
    }

    static PhotoFile inspect(byte[] file, PixelLimits limits) {
        return new PngFile(file, limits).walk();
    }

    private PhotoFile walk() {
        header();
        kept.add(file, 0, SIGNATURE.length());
        int at = SIGNATURE.length();
        while (!bytes.has(at + 4, "IEND")) {
            at = chunk(at);
        }
        kept.add(file, at, Math.min(at + FRAME, file.length));
        if (!picture) {
            throw new ImageRefusedException(Reason.TRUNCATED);
        }
        return summary();
    }

    private void header() {
        int at = SIGNATURE.length();
        bytes.require(at, FRAME + 13);
        if (bytes.big32(at) != 13 || !bytes.has(at + 4, "IHDR") || bytes.octet(at + 12) > 0x7F) {
            throw new ImageRefusedException(Reason.NOT_AN_IMAGE);
        }
        limits.checkWhole(side(at + 8), side(at + 12));
    }

    private int side(int at) {
        return (int) Math.min(bytes.big32(at), Integer.MAX_VALUE);
    }

    private int chunk(int at) {
        long length = bytes.big32(at);
        bytes.require(at, length + FRAME);
        int from = at + 8;
        int to = from + (int) length;
        if (bytes.has(at + 4, "eXIf")) {
            exif = bytes.copy(from, to);
        } else if (bytes.has(at + 4, "iCCP")) {
            profile = unfold(from, to);
        } else if (isPartOfPicture(at)) {
            kept.add(file, at, to + 4);
        }
        return to + 4;
    }

    private boolean isPartOfPicture(int at) {
        boolean data = bytes.has(at + 4, "IDAT");
        picture |= data;
        return data || bytes.has(at + 4, "IHDR") || bytes.has(at + 4, "PLTE") || bytes.has(at + 4, "tRNS");
    }

    /** The profile in a chunk of name, NUL, method and zlib data; none when it is damaged or too large to be one. */
    private byte @Nullable [] unfold(int from, int to) {
        int name = from;
        while (name < to && name - from <= LONGEST_PROFILE_NAME && file[name] != 0) {
            name++;
        }
        int data = Math.min(name + 2, to);
        try (var folded = new InflaterInputStream(new ByteArrayInputStream(file, data, to - data))) {
            byte[] unfolded = folded.readNBytes(MOST_PROFILE_BYTES + 1);
            return unfolded.length > MOST_PROFILE_BYTES ? null : unfolded;
        } catch (IOException damaged) {
            return null;
        }
    }

    private PhotoFile summary() {
        int header = SIGNATURE.length() + 8;
        return new PhotoFile(Coding.PNG, side(header), side(header + 4), kept)
                .heldLike(ExifOrientation.in(exif))
                .coloredBy(profile)
                .decodedInto(bytesPerPixel(bytes.octet(header + 8), bytes.octet(header + 9)));
    }

    private static int bytesPerPixel(int depth, int colorType) {
        int samples = switch (colorType) {
            case 2 -> 4; // a transparent colour adds a sample
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        return depth > 8 ? 2 * samples : samples;
    }
}
