package org.consilium.image;

import org.jspecify.annotations.Nullable;

/**
 * A file as its sender described it before sending it.
 *
 * @param ownerKey the sender's account
 * @param consultation the public id of the only consultation that the image can become part of; {@code null} if it is
 *     not opened yet
 * @param contentType as claimed by the sender; the check determines the actual one
 * @param sha256 in hexadecimal digits
 * @param withoutMetadata whether the sender wants the metadata removed
 */
public record AnnouncedFile(
        long ownerKey,
        @Nullable String consultation,
        String contentType,
        long bytes,
        String sha256,
        boolean withoutMetadata) {}
