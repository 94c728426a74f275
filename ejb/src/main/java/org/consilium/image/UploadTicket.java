package org.consilium.image;

import java.util.Set;
import org.consilium.storage.SignedParts;

/**
 * Permission to send one photo to the object store within ten minutes. Asked for again with the same photo, it lets go
 * on where the sending broke off.
 *
 * @param id of the image that it becomes
 * @param parts where each part goes
 * @param there the numbers, from 1, of the parts that have arrived
 */
public record UploadTicket(ImageId id, SignedParts parts, Set<Integer> there) {
    public UploadTicket {
        there = Set.copyOf(there);
    }
}
