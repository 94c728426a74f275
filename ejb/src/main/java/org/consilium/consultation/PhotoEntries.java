package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.consilium.access.Caller;
import org.consilium.access.NotFoundException;
import org.consilium.access.Relation;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;

/** Puts on record that photos of consultations were shown outside of their pages: once for each consultation. */
@ApplicationScoped
public class PhotoEntries {

    private static final String REACHED =
            "select c.publicId, c.patientKey from Consultation c where c.publicId in :ids and ";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Clock clock;

    /**
     * Tells of photos, with the relation by which each consultation is reached.
     *
     * @param counts how many there are, by the public id of their consultation
     * @throws NotFoundException if the reader does not reach one of them
     */
    void shown(Map<String, Long> counts, Caller reader) {
        Map<String, Long> left = new HashMap<>(counts);
        for (Permission.Condition way : Permission.of(reader).conditions()) {
            if (!left.isEmpty()) {
                Permission.query(entities, REACHED + way.jpql(), Object[].class, reader, clock.instant())
                        .setParameter("ids", left.keySet())
                        .getResultList()
                        .forEach(row -> {
                            String consultation = (String) row[0];
                            long count = Objects.requireNonNull(left.remove(consultation));
                            shown(consultation, (long) row[1], way.relation(), count);
                        });
            }
        }
        if (!left.isEmpty()) {
            throw new NotFoundException();
        }
    }

    private void shown(String consultation, long patient, Relation relation, long count) {
        audit.fire(AuditEvent.of(AuditKind.PHOTO)
                .on(new ConsultationId(consultation))
                .about(patient)
                .through(relation)
                .with("results", count));
    }
}
