package org.consilium.consultation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.Refusal;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.image.ImageId;
import org.consilium.image.annotation.Annotations;
import org.consilium.platform.PublicIds;
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

    private static final String SERIES = "select i, m.sentAt, o.encryptionMode from Consultation c"
            + " join Image o on o.consultationId = c.publicId join MessageImage i on i.imageId = o.publicId"
            + " join Message m on m.key = i.messageKey where c.patientKey = :patient and c.bodySite = :site"
            + " and o.attached = true and i.width > 0 and ";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Callers callers;

    @Inject
    private Consultations consultations;

    @Inject
    private Annotations annotations;

    @Inject
    private Thumbnails thumbnails;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Clock clock;

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
                staff && shown.relation().isOfCareTeam(),
                series(consultation, reader),
                annotations.of(id));
    }

    /**
     * New links to thumbnails that a page shows, for another five minutes. It is on record once for each consultation.
     *
     * @param ids of images in messages, {@link #LINKS_MAX} at most
     * @return those that the caller may see, and that have links
     */
    @Requires(Action.SEE_IMAGES)
    public Map<ImageId, URI> links(@Size(max = LINKS_MAX) List<ImageId> ids) {
        Caller reader = callers.get();
        List<Thumbnails.Permitted> permitted = thumbnails.permitted(ids, reader);
        permitted.stream()
                .filter(one -> one.link().isPresent())
                .collect(Collectors.groupingBy(Thumbnails.Permitted::consultation))
                .forEach((consultation, images) -> tell(consultation, images, reader));
        Set<ImageId> seen = permitted.stream().map(Thumbnails.Permitted::image).collect(Collectors.toSet());
        ids.stream()
                .filter(id -> PublicIds.isWellFormed(id.value()) && !seen.contains(id))
                .distinct()
                .forEach(id -> audit.fire(AuditEvent.of(AuditKind.PHOTO)
                        .on(id)
                        .because(Refusal.NOT_PERMITTED)
                        .refused()));
        return permitted.stream()
                .flatMap(one -> one.link().stream().map(link -> Map.entry(one.image(), link)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void tell(String consultation, List<Thumbnails.Permitted> images, Caller reader) {
        ShownImage shown =
                consultations.image(images.getFirst().image(), reader).orElseThrow(NotFoundException::new);
        audit.fire(AuditEvent.of(AuditKind.PHOTO)
                .on(new ConsultationId(consultation))
                .about(shown.consultation().patientKey())
                .through(shown.relation())
                .with("results", images.size()));
    }

    private List<ImageDetails.Moment> series(Consultation consultation, Caller reader) {
        String query = SERIES + Permission.of(reader).any() + " order by m.key desc, i.position";
        return Permission.query(entities, query, Object[].class, reader, clock.instant())
                .setParameter("patient", consultation.patientKey())
                .setParameter("site", consultation.bodySite())
                .setMaxResults(SERIES_MAX)
                .getResultStream()
                .map(row -> new ImageDetails.Moment(
                        thumbnails.shown((MessageImage) row[0], (EncryptionMode) row[2]), (Instant) row[1]))
                .toList();
    }
}
