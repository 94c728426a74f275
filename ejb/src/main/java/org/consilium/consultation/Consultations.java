package org.consilium.consultation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import java.util.Set;
import org.consilium.access.NotFoundException;
import org.consilium.platform.PublicIds;

/** The repository of consultations. One that was found is not queried again in the same transaction. */
@ApplicationScoped
public class Consultations {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private Event<ConsultationChanged> changes;

    Optional<Consultation> find(ConsultationId id) {
        if (!PublicIds.isWellFormed(id.value())) {
            return Optional.empty();
        }
        if (transaction.getTransactionKey() != null && transaction.getResource(id) instanceof Consultation known) {
            return Optional.of(known);
        }
        Optional<Consultation> found = entities.createQuery(
                        "select c from Consultation c where c.publicId = :id", Consultation.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
        if (transaction.getTransactionKey() != null) {
            found.ifPresent(consultation -> transaction.putResource(id, consultation));
        }
        return found;
    }

    Consultation get(ConsultationId id) {
        return find(id).orElseThrow(NotFoundException::new);
    }

    /** The current state of the consultation, locked until the transaction ends. */
    Consultation lock(ConsultationId id) {
        Consultation consultation = get(id);
        entities.refresh(consultation, LockModeType.PESSIMISTIC_WRITE);
        return consultation;
    }

    /** Fires the event of a step that everybody who can reach the consultation sees. */
    void changed(Consultation consultation) {
        changed(consultation, Set.of(consultation.teamKey()));
    }

    /**
     * The same for a step that changes who can reach it.
     *
     * @param teams the keys of the teams that can, or could until now
     */
    void changed(Consultation consultation, Set<Long> teams) {
        changes.fire(new ConsultationChanged(consultation.id(), consultation.patientKey(), teams));
    }

    /** The same for a step that the patient does not see. */
    void changedForStaff(Consultation consultation) {
        changes.fire(new ConsultationChanged(consultation.id(), null, Set.of(consultation.teamKey())));
    }

    /** The consultation that a patient has already sent with this form. */
    Optional<Consultation> sent(long patientKey, String idempotencyKey) {
        return entities.createQuery(
                        "select c from Consultation c where c.patientKey = :patient and c.idempotencyKey = :key",
                        Consultation.class)
                .setParameter("patient", patientKey)
                .setParameter("key", idempotencyKey)
                .getResultStream()
                .findFirst();
    }

    /** The consultation that shows an image, if a message does. */
    Optional<Consultation> showing(String imageId) {
        return entities.createQuery(
                        "select c from MessageImage i join Message m on m.key = i.messageKey"
                                + " join Consultation c on c.key = m.consultationKey where i.imageId = :image",
                        Consultation.class)
                .setParameter("image", imageId)
                .getResultStream()
                .findFirst();
    }
}
