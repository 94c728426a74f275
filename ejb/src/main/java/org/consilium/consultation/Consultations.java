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
import org.consilium.access.Caller;
import org.consilium.access.NotFoundException;
import org.consilium.access.RecordId;
import org.consilium.form.SentForm;
import org.consilium.form.SentForms;
import org.consilium.image.ImageId;
import org.consilium.platform.PublicIds;

/** The repository of consultations. One that was found is not queried again in the same transaction. */
@ApplicationScoped
public class Consultations {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private SentForms forms;

    @Inject
    private Event<ConsultationChanged> changes;

    void add(Consultation consultation) {
        forms.store(consultation);
    }

    Optional<Consultation> find(ConsultationId id) {
        if (!PublicIds.isWellFormed(id.value())) {
            return Optional.empty();
        }
        return once(id, "select c from Consultation c where c.publicId = :id");
    }

    /** The consultation that shows an image, if a message does. */
    Optional<Consultation> showing(ImageId id) {
        return once(
                id,
                "select c from MessageImage i join Message m on m.key = i.messageKey"
                        + " join Consultation c on c.key = m.consultationKey where i.imageId = :id");
    }

    private Optional<Consultation> once(RecordId id, String query) {
        if (transaction.getTransactionKey() != null && transaction.getResource(id) instanceof Consultation known) {
            return Optional.of(known);
        }
        Optional<Consultation> found = entities.createQuery(query, Consultation.class)
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

    /** Reads the consultation's current state, and locks it until the transaction ends. */
    void lock(Consultation consultation) {
        entities.refresh(consultation, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The consultation of a step, locked by the access check before it judged the caller. */
    Consultation locked(ConsultationId id) {
        Consultation consultation = get(id);
        if (entities.getLockMode(consultation) != LockModeType.PESSIMISTIC_WRITE) {
            throw new IllegalStateException("a step needs an action that locks its record");
        }
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

    /** The consultation that a patient has already opened with this form. */
    Optional<Consultation> sent(Caller patient, SentForm form, String formerKey) {
        return forms.find(Consultation.class, "patientKey", patient.accountKey(), form, formerKey);
    }
}
