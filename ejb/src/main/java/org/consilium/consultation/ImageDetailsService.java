package org.consilium.consultation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
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

    private static final String SERIES = "select i, m.sentAt, o.encryptionMode, c.publicId from Consultation c"
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
    private PhotoEntries photos;

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
        List<InSeries> series = series(consultation, reader);
        tellOthers(consultation.id(), series, reader);
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
                series.stream().map(InSeries::moment).toList(),
                annotations.of(id));
    }

    /** @param consultation that the image is of */
    private record InSeries(String consultation, ImageDetails.Moment moment) {}

    /** Images of other consultations can be compared with this one on the same page. */
    private void tellOthers(ConsultationId own, List<InSeries> series, Caller reader) {
        Map<String, Long> others = series.stream()
                .filter(one -> !one.consultation().equals(own.value()))
                .collect(Collectors.groupingBy(InSeries::consultation, Collectors.counting()));
        if (!others.isEmpty()) {
            audit.fire(AuditEvent.of(AuditKind.PHOTO));
            photos.shown(others, reader);
        }
    }

    private List<InSeries> series(Consultation consultation, Caller reader) {
        String query = SERIES + Permission.of(reader).any() + " order by m.key desc, i.position";
        return Permission.query(entities, query, Object[].class, reader, clock.instant())
                .setParameter("patient", consultation.patientKey())
                .setParameter("site", consultation.bodySite())
                .setMaxResults(SERIES_MAX)
                .getResultStream()
                .map(row -> new InSeries(
                        (String) row[3],
                        new ImageDetails.Moment(
                                thumbnails.shown((MessageImage) row[0], (EncryptionMode) row[2]), (Instant) row[1])))
                .toList();
    }
}
