package org.consilium.imaging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.consilium.imaging.PhotoRefusedException.Reason;

/** The file formats that are accepted, told apart by their first bytes. */
public enum PhotoFormat {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp"),
    /** ISO/IEC 23008-12, coded in HEVC; needs libheif. */
    HEIC("image/heic"),
    /** AV1 Image File Format; needs libheif. */
    AVIF("image/avif");

    /** The first bytes of each PNG (ISO/IEC 15948, 5.2). */
    public static final String PNG_SIGNATURE = "\u0089PNG\r\n\u001A\n";

    private static final String JPEG_START = "\u00FF\u00D8\u00FF";
    private static final int BRAND = 8;
    private static final int BRAND_LENGTH = 4;

    private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");

    private final String contentType;

    PhotoFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The media type. */
    public String contentType() {
        return contentType;
    }

    /**
     * Tells the format by the content.
     *
     * @throws PhotoRefusedException if the file is empty, or of no accepted format
     */
    public static PhotoFormat of(byte[] file) {
        if (file.length == 0) {
            throw new PhotoRefusedException(Reason.EMPTY);
        }
        if (has(file, 0, JPEG_START)) {
            return JPEG;
        }
        if (has(file, 0, PNG_SIGNATURE)) {
            return PNG;
        }
        if (has(file, 0, "RIFF") && has(file, 8, "WEBP")) {
            return WEBP;
        }
        String brand = brand(file);
        if (AVIF_BRANDS.contains(brand)) {
            return AVIF;
        }
        if (HEIC_BRANDS.contains(brand)) {
            return HEIC;
        }
        throw new PhotoRefusedException(Reason.NOT_AN_IMAGE);
    }

    /** The major brand of an ISO base media file; empty for other files. */
    private static String brand(byte[] file) {
        return has(file, 4, "ftyp") && file.length >= BRAND + BRAND_LENGTH
                ? new String(file, BRAND, BRAND_LENGTH, StandardCharsets.ISO_8859_1)
                : "";
    }

    private static boolean has(byte[] file, int at, String expected) {
        byte[] bytes = expected.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= at + bytes.length && Arrays.equals(file, at, at + bytes.length, bytes, 0, bytes.length);
    }
}
