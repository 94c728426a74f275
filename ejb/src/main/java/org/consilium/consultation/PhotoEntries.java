package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.consilium.access.Caller;
import org.consilium.access.NotFoundException;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.image.ImageId;

/** Puts on record that photos of a consultation were shown outside of its page: once for all of them. */
@ApplicationScoped
public class PhotoEntries {

    @Inject
    private Consultations consultations;

    @Inject
    private Event<AuditEvent> audit;

    /**
     * Tells of some photos.
     *
     * @param one of them
     * @param count how many there are
     */
    void shown(ConsultationId consultation, ImageId one, int count, Caller reader) {
        ShownImage shown = consultations.image(one, reader).orElseThrow(NotFoundException::new);
        audit.fire(AuditEvent.of(AuditKind.PHOTO)
                .on(consultation)
                .about(shown.consultation().patientKey())
                .through(shown.relation())
                .with("results", count));
    }
}
