package org.consilium.imaging.format;

import java.io.ByteArrayOutputStream;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.format.PhotoFile.Coding;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the segments of a JPEG (ITU-T T.81, annex B) up to its end marker, and leaves the metadata behind. If
 * there is no such marker, the picture ends where nothing follows that belongs to one: a transfer was cut off, or a
 * phone has written something else there.
 */
public final class JpegFile {

    /** More scans than any camera or editor writes: each costs the decoder a pass over the whole picture. */
    private static final int MOST_SCANS = 100;

    private static final int MOST_PROFILE_BYTES = 1 << 20;
    private static final int ICC_HEADER = 14;
    private static final String EXIF = "Exif\0\0";
    private static final byte[] START = {(byte) 0xFF, (byte) 0xD8};
    private static final byte[] END = {(byte) 0xFF, (byte) 0xD9};
    /** Adobe's segment, with the color transform 0: four inks, each the brighter the larger its sample is. */
    private static final byte[] ADOBE = {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };
    /** JFIF 1.1: three components are YCbCr. */
    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private final byte[] file;
    private final FileBytes bytes;
    private final PixelLimits limits;
    private final FileParts kept = new FileParts();
    private final FileParts profileSegments = new FileParts();
    private final ByteArrayOutputStream profile = new ByteArrayOutputStream();
    private byte @Nullable [] exif;
    private boolean adobe;
    private int frame;
    private int scans;
    private int end;
    private boolean incomplete;

    private JpegFile(byte[] file, PixelLimits limits) {
        this.file = file;
        this.bytes = new FileBytes(file);
        this.limits = limits;
    }

    /**
     * Inspects a file.
     *
     * @throws PhotoRefusedException if it is damaged, has too many pixels, or uses a coding that no camera writes
     */
    public static PhotoFile inspect(byte[] file, PixelLimits limits) {
        JpegFile jpeg = new JpegFile(file, limits);
        jpeg.walk();
        return jpeg.summary();
    }

    /**
     * The file without its metadata, but for the color profile and the orientation. What follows the end of the
     * picture, such as a video, is left out.
     *
     * @throws PhotoRefusedException if it is damaged
     */
    static byte[] withoutMetadata(byte[] file) {
        JpegFile jpeg = new JpegFile(file, PixelLimits.NONE);
        jpeg.walk();
        jpeg.requirePicture();
        FileParts parts = jpeg.start();
        parts.add(ExifOrientation.segment(ExifOrientation.in(jpeg.exif)));
        parts.addAll(jpeg.profileSegments);
        parts.addAll(jpeg.kept);
        return parts.bytes();
    }

    private void walk() {
        end = START.length;
        while (isGoingOn()) {
            int at = nextMarker(end);
            int marker = bytes.octet(at + 1);
            end = isAlone(marker) ? at + 2 : segment(marker, at);
        }
        kept.add(END);
    }

    /** False at the end marker, and behind a scan where nothing follows that may follow one. */
    private boolean isGoingOn() {
        try {
            int at = nextMarker(end);
            if (bytes.octet(at + 1) == 0xD9) {
                return false;
            }
            incomplete = scans > 0 && !isIntact(at);
        } catch (PhotoRefusedException cutOff) {
            if (scans == 0) {
                throw cutOff;
            }
            incomplete = true;
        }
        return !incomplete;
    }

    /** Whether a whole segment stands there that may follow a scan: tables, application data, a comment, or a scan. */
    private boolean isIntact(int at) {
        int marker = bytes.octet(at + 1);
        boolean allowed = marker == 0xC4
                || (marker >= 0xDA && marker <= 0xDD)
                || (marker >= 0xE0 && marker <= 0xEF)
                || marker == 0xFE;
        int length = bytes.big16(at + 2);
        return allowed && length >= 2 && at + 2 + length <= file.length;
    }

    private int segment(int marker, int at) {
        int length = bytes.big16(at + 2);
        int end = at + 2 + length;
        if (length < 2) {
            throw new PhotoRefusedException(Reason.NOT_AN_IMAGE);
        }
        bytes.require(at, length + 2L);
        switch (marker) {
            case 0xC0, 0xC1, 0xC2 -> frame(at);
            case 0xC3, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF ->
                // lossless, hierarchical and arithmetic coding, which no camera writes and no browser shows
                throw new PhotoRefusedException(Reason.NOT_AN_IMAGE);
            case 0xE1 -> exif(at, end);
            case 0xE2 -> profile(at, end);
            case 0xEE -> adobe |= bytes.has(at + 4, "Adobe");
            case 0xDA -> end = scan(end);
            default -> {}
        }
        if (isPicture(marker, at)) {
            kept.add(file, at, end);
        }
        return end;
    }

    private void frame(int at) {
        if (frame != 0 || bytes.octet(at + 4) != 8) {
            throw new PhotoRefusedException(Reason.NOT_AN_IMAGE);
        }
        frame = at;
        limits.check(width(), height());
    }

    private void exif(int at, int end) {
        if (exif == null && bytes.has(at + 4, EXIF)) {
            exif = bytes.copy(at + 4 + EXIF.length(), end);
        }
    }

    /** ICC.1:2010, annex B.4: a profile is spread over segments, in practice in their order. */
    private void profile(int at, int end) {
        int from = at + 4 + ICC_HEADER;
        if (bytes.has(at + 4, "ICC_PROFILE\0") && end >= from && profile.size() + end - from <= MOST_PROFILE_BYTES) {
            profile.write(file, from, end - from);
            profileSegments.add(file, at, end);
        }
    }

    /** The end of a scan's compressed data: the next marker that is not a restart, or the end of the file. */
    private int scan(int from) {
        scans++;
        if (frame == 0 || scans > MOST_SCANS) {
            throw new PhotoRefusedException(Reason.NOT_AN_IMAGE);
        }
        int at = from;
        while (at < file.length - 1 && !bytes.endsScan(at)) {
            at++;
        }
        return at < file.length - 1 ? at : file.length;
    }

    /** The position of the next byte 0xFF that does not only fill. */
    private int nextMarker(int from) {
        int at = from;
        while (at < file.length - 1 && (file[at] != (byte) 0xFF || file[at + 1] == (byte) 0xFF)) {
            at++;
        }
        bytes.require(at, 2);
        return at;
    }

    /** Restart markers and the like have no length. */
    private static boolean isAlone(int marker) {
        return marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    }

    /**
     * Tables, frames and scans, and Adobe's segment, without which the colours cannot be told. All others tell about
     * the picture, or are unknown.
     */
    private boolean isPicture(int marker, int at) {
        boolean coding = marker >= 0xC0 && marker <= 0xCF;
        boolean scanning = marker >= 0xDA && marker <= 0xDD;
        return coding || scanning || (marker == 0xEE && bytes.has(at + 4, "Adobe"));
    }

    private void requirePicture() {
        if (frame == 0 || scans == 0) {
            throw new PhotoRefusedException(Reason.TRUNCATED);
        }
    }

    private PhotoFile summary() {
        requirePicture();
        boolean cmyk = components() == 4;
        if (cmyk || scans > 1 || bytes.octet(frame + 1) == 0xC2) {
            limits.checkWhole(width(), height());
        }
        int orientation = ExifOrientation.in(exif);
        if (cmyk) {
            return new PhotoFile(Coding.JPEG_CMYK, width(), height(), whole(), orientation, null, 4, incomplete);
        }
        byte[] icc = IccProfile.usable(profile.toByteArray(), components() == 1);
        return new PhotoFile(Coding.JPEG, width(), height(), pixels(), orientation, icc, components(), incomplete);
    }

    /**
     * With its color profile, which this decoder applies itself. Browsers take all inks for Adobe's, whether the file
     * says so or not.
     */
    private FileParts whole() {
        FileParts whole = new FileParts();
        whole.add(START);
        if (!adobe) {
            whole.add(ADOBE);
        }
        whole.add(file, START.length, end);
        whole.add(END);
        return whole;
    }

    /** What is left reads as a JPEG again; where nothing tells the colours, they are what cameras write. */
    private FileParts pixels() {
        FileParts pixels = start();
        pixels.addAll(kept);
        return pixels;
    }

    private FileParts start() {
        FileParts parts = new FileParts();
        parts.add(START);
        if (!adobe && components() < 4 && !isNamedRgb()) {
            parts.add(JFIF);
        }
        return parts;
    }

    private boolean isNamedRgb() {
        return components() == 3
                && bytes.octet(frame + 10) == 'R'
                && bytes.octet(frame + 13) == 'G'
                && bytes.octet(frame + 16) == 'B';
    }

    private int height() {
        return bytes.big16(frame + 5);
    }

    private int width() {
        return bytes.big16(frame + 7);
    }

    private int components() {
        return bytes.octet(frame + 9);
    }
}
