package org.consilium.consultation;

import java.time.Instant;
import java.util.List;
import org.consilium.image.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * The details of an image for a person who takes part: where it comes from, and other images of the same part of the
 * body.
 *
 * @param patient the full name, for the staff
 * @param withoutMetadata whether the original's metadata was removed at the sender's request; always false for a
 *     patient
 * @param careTeam whether the reader is of the care team, and may see the original, and draw over it
 * @param series the patient's images of this body site in consultations that the reader takes part in, the image itself
 *     among them, the newest first
 * @param annotations what was drawn over it, the latest first
 */
public record ImageDetails(
        ThreadImage image,
        ConsultationId consultation,
        String title,
        BodySite bodySite,
        @Nullable BodyPin pin,
        String author,
        Instant at,
        @Nullable String patient,
        boolean withoutMetadata,
        boolean careTeam,
        List<ImageDetails.Moment> series,
        List<Annotation> annotations) {

    public ImageDetails {
        series = List.copyOf(series);
        annotations = List.copyOf(annotations);
    }

    /** One image of the series. */
    public record Moment(ThreadImage image, Instant at) {}
}
