package org.consilium.imaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    private static final int MAJOR_BRAND = 8;
    private static final int COMPATIBLE_BRANDS = 16;
    private static final int BRAND_LENGTH = 4;
    /** More than any writer lists. */
    private static final int BRANDS_END = COMPATIBLE_BRANDS + 32 * BRAND_LENGTH;

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
        return ofBrands(brands(file)).orElseThrow(() -> new PhotoRefusedException(Reason.NOT_AN_IMAGE));
    }

    /** A coding may be named by any brand: the major one is often "mif1", which says nothing about it. */
    private static Optional<PhotoFormat> ofBrands(List<String> brands) {
        if (brands.stream().anyMatch(AVIF_BRANDS::contains)) {
            return Optional.of(AVIF);
        }
        return brands.stream().anyMatch(HEIC_BRANDS::contains) ? Optional.of(HEIC) : Optional.empty();
    }

    /**
     * The major brand of an ISO base media file (ISO/IEC 14496-12, 4.3) and the compatible ones; none of other files.
     */
    private static List<String> brands(byte[] file) {
        List<String> brands = new ArrayList<>();
        if (has(file, 4, "ftyp")) {
            int size = Math.max(ByteBuffer.wrap(file).getInt(), MAJOR_BRAND + BRAND_LENGTH);
            int end = Math.min(size, Math.min(BRANDS_END, file.length));
            for (int at = MAJOR_BRAND; at + BRAND_LENGTH <= end; at = Math.max(at + BRAND_LENGTH, COMPATIBLE_BRANDS)) {
                brands.add(new String(file, at, BRAND_LENGTH, StandardCharsets.ISO_8859_1));
            }
        }
        return brands;
    }

    private static boolean has(byte[] file, int at, String expected) {
        byte[] bytes = expected.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= at + bytes.length && Arrays.equals(file, at, at + bytes.length, bytes, 0, bytes.length);
    }
}
