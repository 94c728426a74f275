package org.consilium.image;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.consilium.image.ImageRefusedException.Reason;

/** The kinds of files that are taken, told apart by their first bytes. */
enum PhotoFormat {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp");

    /** ISO/IEC 23008-12 (HEIF) and AV1 Image File Format: what phones write that browsers and we cannot show. */
    private static final Set<String> HEIF_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1", "avif", "avis");

    private final String contentType;

    PhotoFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /**
     * What the file is.
     *
     * @throws ImageRefusedException when it is nothing that can be taken
     */
    static PhotoFormat of(byte[] file) {
        if (file.length == 0) {
            throw new ImageRefusedException(Reason.EMPTY);
        }
        if (has(file, 0, "\u00FF\u00D8\u00FF")) {
            return JPEG;
        }
        if (has(file, 0, PngFile.SIGNATURE)) {
            return PNG;
        }
        if (has(file, 0, "RIFF") && has(file, 8, "WEBP")) {
            return WEBP;
        }
        throw new ImageRefusedException(isHeif(file) ? Reason.HEIC : Reason.NOT_AN_IMAGE);
    }

    private static boolean isHeif(byte[] file) {
        return has(file, 4, "ftyp")
                && file.length >= 12
                && HEIF_BRANDS.contains(new String(file, 8, 4, StandardCharsets.ISO_8859_1));
    }

    private static boolean has(byte[] file, int at, String expected) {
        return new FileBytes(file).has(at, expected);
    }
}
