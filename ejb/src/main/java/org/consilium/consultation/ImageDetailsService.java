package org.consilium.consultation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.Relation;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.image.ImageId;
import org.consilium.image.annotation.Annotations;
import org.consilium.storage.EncryptionMode;

/**
 * Shows the details of an image: who sent it, when and of what, what was drawn over it, and other images of the same
 * part of the body.
 */
@Stateless
public class ImageDetailsService {

    /** The newest images of a series. */
    static final int SERIES_MAX = 60;

    /** The most links at once. */
    public static final int LINKS_MAX = 100;

    @Inject
    private Permission permission;

    @Inject
    private Callers callers;

    @Inject
    private Consultations consultations;

    @Inject
    private Annotations annotations;

    @Inject
    private Thumbnails thumbnails;

    /**
     * The details of an image.
     *
     * @throws NotFoundException when the image is not part of a message, or cannot be shown
     */
    @Requires(Action.SEE_IMAGE)
    public ImageDetails get(ImageId id) {
        Caller reader = callers.get();
        ShownImage shown = consultations
                .image(id, reader)
                .filter(found -> found.image().stored().isShown())
                .orElseThrow(NotFoundException::new);
        Consultation consultation = shown.consultation();
        boolean staff = !reader.is(Role.PATIENT);
        return new ImageDetails(
                thumbnails.shown(shown.image(), (URI) null),
                consultation.id(),
                consultation.title(),
                consultation.bodySite(),
                shown.image().pin(),
                shown.author(),
                shown.message().sentAt(),
                staff ? shown.patient() : null,
                staff && shown.withoutMetadata(),
                shown.relation() == Relation.CARE_TEAM,
                series(consultation, reader),
                annotations.of(id));
    }

    /**
     * New links to thumbnails that a page shows, for another five minutes.
     *
     * @param ids of images in messages, {@link #LINKS_MAX} at most
     * @return those that the caller may see, and that have links
     */
    @Requires(Action.SEE_IMAGES)
    public Map<ImageId, URI> links(@Size(max = LINKS_MAX) List<ImageId> ids) {
        return thumbnails.permitted(ids, callers.get());
    }

    private List<ImageDetails.Moment> series(Consultation consultation, Caller reader) {
        return permission
                .in(
                        "select i, m.sentAt, o.encryptionMode from Consultation c"
                                + " join Image o on o.consultationId = c.publicId"
                                + " join MessageImage i on i.imageId = o.publicId"
                                + " join Message m on m.key = i.messageKey where c.patientKey = :patient"
                                + " and c.bodySite = :site and o.attached = true and i.width > 0 and "
                                + Permission.of(reader)
                                + " order by m.key desc, i.position",
                        Object[].class,
                        reader)
                .setParameter("patient", consultation.patientKey())
                .setParameter("site", consultation.bodySite())
                .setMaxResults(SERIES_MAX)
                .getResultStream()
                .map(row -> new ImageDetails.Moment(
                        thumbnails.shown((MessageImage) row[0], (EncryptionMode) row[2]), (Instant) row[1]))
                .toList();
    }
}
