package org.consilium.web.image;

import java.util.List;
import java.util.Set;
import org.consilium.image.upload.NewUpload;
import org.consilium.image.upload.UploadTicket;

/**
 * Tells the page, as JSON, where to send each part of a photo.
 *
 * @param id the public id of the image that it becomes
 * @param part the length of a part in bytes
 * @param address where the parts go: scheme, host, port and path
 * @param query the parameters that all parts share
 * @param ends for each part, the parameters of its own
 * @param there the numbers, from 1, of the parts that have arrived
 */
public record UploadPermission(
        String id, int part, String address, String query, List<String> ends, Set<Integer> there) {

    static UploadPermission of(UploadTicket ticket) {
        return new UploadPermission(
                ticket.id().value(),
                NewUpload.PART,
                ticket.parts().address(),
                ticket.parts().query(),
                ticket.parts().ends(),
                ticket.there());
    }

    /** Without the signed addresses, which let anyone write. */
    @Override
    public String toString() {
        return "UploadPermission[" + id + "]";
    }
}
