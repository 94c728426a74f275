package org.consilium.consultation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image as a person who takes part looks at it closely: where it comes from, and what else was seen of the same part
 * of the body.
 *
 * @param patient the full name, for the staff
 * @param series the patient's images of this body site in consultations that the reader takes part in, the image itself
 *     among them, the newest first
 */
public record ImageStory(
        ThreadImage image,
        ConsultationId consultation,
        String title,
        BodySite bodySite,
        @Nullable BodyPin pin,
        String author,
        Instant at,
        @Nullable String patient,
        List<ImageStory.Moment> series) {

    public ImageStory {
        series = List.copyOf(series);
    }

    /** One image of the series. */
    public record Moment(ThreadImage image, Instant at) {}
}
