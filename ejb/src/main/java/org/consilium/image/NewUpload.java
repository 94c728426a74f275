package org.consilium.image;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A photo that somebody wants to send straight to the object store, as their browser describes it.
 *
 * @param contentType what it claims to be; its check decides
 * @param bytes its length
 * @param sha256 of the whole, 64 hexadecimal digits
 * @param partSha256 of each part of {@link #PART} bytes, the last one the rest, in Base64
 */
public record NewUpload(
        @NotNull @Pattern(regexp = "image/(jpeg|png|webp)") String contentType,
        @Min(1) @Max(ImageService.MAX_BYTES) long bytes,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256,

        @NotNull @Size(min = 1, max = NewUpload.MOST_PARTS)
        List<@Pattern(regexp = "[A-Za-z0-9+/]{43}=") String> partSha256) {

    /** Bytes of each part but the last; the object store wants 5 MiB at least. */
    public static final int PART = 8 * 1024 * 1024;

    static final int MOST_PARTS = 7;

    public NewUpload {
        partSha256 = List.copyOf(partSha256);
    }

    /** Whether there is a checksum for each part, and no other. */
    boolean isWhole() {
        return partSha256.size() == lengths(bytes).size();
    }

    /** The lengths of the parts in bytes. */
    static List<Long> lengths(long bytes) {
        return LongStream.iterate(0, from -> from < bytes, from -> from + PART)
                .mapToObj(from -> Math.min(PART, bytes - from))
                .toList();
    }
}
