package org.consilium.consultation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import org.consilium.access.NotFoundException;
import org.consilium.platform.PublicIds;

/** Where consultations are kept. One that was found is not asked for again in the same transaction. */
@ApplicationScoped
public class Consultations {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Resource
    private TransactionSynchronizationRegistry transaction;

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

    /** The consultation as it stands now, and nobody else's to change until the transaction ends. */
    Consultation lock(ConsultationId id) {
        Consultation consultation = get(id);
        entities.refresh(consultation, LockModeType.PESSIMISTIC_WRITE);
        return consultation;
    }

    /** What a patient has sent already with this form. */
    Optional<Consultation> sent(long patientId, String idempotencyKey) {
        return entities.createQuery(
                        "select c from Consultation c where c.patientId = :patient and c.idempotencyKey = :key",
                        Consultation.class)
                .setParameter("patient", patientId)
                .setParameter("key", idempotencyKey)
                .getResultStream()
                .findFirst();
    }

    /** The consultation that shows an image, if a message does. */
    Optional<Consultation> showing(String imageId) {
        return entities.createQuery(
                        "select c from MessageImage i join Message m on m.id = i.messageId"
                                + " join Consultation c on c.id = m.consultationId where i.imageId = :image",
                        Consultation.class)
                .setParameter("image", imageId)
                .getResultStream()
                .findFirst();
    }
}
