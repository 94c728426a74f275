package org.consilium.image.upload;

import java.util.Set;
import org.consilium.image.ImageId;
import org.consilium.storage.SignedParts;

/**
 * Permission to send one photo to the object store within ten minutes. A new ticket for the same photo resumes an
 * interrupted upload.
 *
 * @param id of the image
 * @param parts the signed requests that send the parts
 * @param there the numbers, from 1, of the parts that the store has already
 */
public record UploadTicket(ImageId id, SignedParts parts, Set<Integer> there) {
    public UploadTicket {
        there = Set.copyOf(there);
    }
}
