package org.consilium.image.upload;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.LongStream;
import org.consilium.image.AnnouncedFile;
import org.consilium.image.ImageService;
import org.jspecify.annotations.Nullable;

/**
 * A browser's description of a photo that it is about to send straight to the object store.
 *
 * @param contentType as claimed; the check determines the actual one
 * @param bytes the size of the file
 * @param sha256 of the file, in 64 hexadecimal digits
 * @param partSha256 of each part of {@link #PART} bytes and of the rest, in Base64
 * @param withoutMetadata whether the sender wants the metadata removed
 */
public record NewUpload(
        @NotNull @Pattern(regexp = "image/(jpeg|png|webp)") String contentType,
        @Min(1) @Max(ImageService.MAX_BYTES) long bytes,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256,

        @NotNull @Size(min = 1, max = NewUpload.MAX_PARTS)
        List<@Pattern(regexp = "[A-Za-z0-9+/]{43}=") String> partSha256,

        boolean withoutMetadata) {

    /** The size of each part but the last, in bytes; S3 requires at least 5 MiB. */
    public static final int PART = 8 * 1024 * 1024;

    static final int MAX_PARTS = 7;

    public NewUpload {
        partSha256 = List.copyOf(partSha256);
    }

    boolean hasChecksumOfEachPart() {
        return partSha256.size() == lengths(bytes).size();
    }

    AnnouncedFile announcedBy(long owner, @Nullable String consultation) {
        return new AnnouncedFile(owner, consultation, contentType, bytes, sha256, withoutMetadata);
    }

    /** Divides a file into parts, and returns their sizes in bytes. */
    static List<Long> lengths(long bytes) {
        return LongStream.iterate(0, from -> from < bytes, from -> from + PART)
                .mapToObj(from -> Math.min(PART, bytes - from))
                .toList();
    }
}
