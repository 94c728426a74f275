package org.consilium.web.image;

import java.util.List;
import java.util.Objects;
import org.consilium.image.upload.NewUpload;
import org.jspecify.annotations.Nullable;

/**
 * A photo as the page describes it before sending it, as JSON. Missing values fail the constraints of
 * {@link NewUpload}.
 *
 * @param parts the SHA-256 checksum of each part, in Base64
 * @param consultation the public id of the consultation that it is for; {@code null} or empty for a new one
 * @param withoutMetadata whether the sender wants the metadata removed
 */
public record UploadRequest(
        @Nullable String type,
        long bytes,
        @Nullable String sha256,
        @Nullable List<@Nullable String> parts,
        @Nullable String consultation,
        boolean withoutMetadata) {

    NewUpload photo() {
        List<@Nullable String> given = Objects.requireNonNullElse(parts, List.of());
        return new NewUpload(
                Objects.requireNonNullElse(type, ""),
                bytes,
                Objects.requireNonNullElse(sha256, ""),
                given.stream().map(part -> Objects.requireNonNullElse(part, "")).toList(),
                withoutMetadata);
    }
}
