package org.consilium.consultation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.consilium.access.Caller;
import org.consilium.access.NotFoundException;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.consilium.database.Replicas;
import org.consilium.form.SentForm;
import org.consilium.form.SentForms;
import org.consilium.image.ImageId;
import org.consilium.platform.PublicIds;
import org.jspecify.annotations.Nullable;

/**
 * The repository of consultations. What the access check has read for somebody is not queried again in the same
 * transaction.
 */
@ApplicationScoped
public class Consultations {

    private static final String SHOWING = " from MessageImage i join Message m on m.key = i.messageKey"
            + " join Consultation c on c.key = m.consultationKey where i.imageId = :id";

    private static final String ASKED =
            "select q.askedKey from Asking q where q.consultationKey = :consultation and q.active = true";

    private static final String LOCK = "select c from Consultation c where c.publicId = :id and ";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private Openings openings;

    @Inject
    private Numbering numbering;

    @Inject
    private Replicas replicas;

    @Inject
    private SentForms forms;

    @Inject
    private Event<ConsultationChanged> changes;

    @Inject
    private Clock clock;

    void add(Consultation consultation) {
        forms.store(consultation);
    }

    /** Why somebody may reach a consultation, or an image in one, if they may; locked, if it was to be. */
    Optional<Relation> relation(Caller caller, RecordId id) {
        List<Reached> locked = known(new Locked(id));
        if (locked != null) {
            return locked.stream().map(Reached::relation).findFirst();
        }
        return id instanceof ImageId image
                ? image(image, caller).map(ShownImage::relation)
                : consultation((ConsultationId) id, caller).map(OpenedConsultation::relation);
    }

    private Optional<OpenedConsultation> consultation(ConsultationId id, Caller caller) {
        return once(id, () -> openings.consultation(id, caller));
    }

    /** An image in a consultation, with what is shown of both, if the caller may see it. */
    Optional<ShownImage> image(ImageId id, Caller caller) {
        return once(id, () -> openings.image(id, caller));
    }

    /**
     * A consultation as the caller may see it, with all its numbers.
     *
     * @throws NotFoundException when there is none that the caller may see
     */
    OpenedConsultation open(ConsultationId id, Caller caller) {
        OpenedConsultation opened = consultation(id, caller).orElseThrow(NotFoundException::new);
        if (opened.consultation().isNumbered()) {
            return opened;
        }
        numbering.catchUp(List.of(opened.consultation().key()));
        replicas.leaveInTransaction();
        entities.clear();
        return openings.consultation(id, caller).orElseThrow(NotFoundException::new);
    }

    /** Reads a consultation's current state, and locks it until the transaction ends, if the caller may reach it. */
    void lock(RecordId id, Caller caller) {
        var unused = once(
                new Locked(id),
                () -> id instanceof ImageId image
                        ? idOfShowing(image).flatMap(consultation -> locked(consultation, caller))
                        : locked((ConsultationId) id, caller));
    }

    private Optional<Reached> locked(ConsultationId id, Caller caller) {
        return Permission.of(caller).conditions().stream()
                .flatMap(way -> Permission.query(
                                entities, LOCK + way.jpql(), Consultation.class, caller, clock.instant())
                        .setParameter("id", id.value())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultStream()
                        .limit(1)
                        .map(found -> new Reached(found, way.relation())))
                .findFirst();
    }

    /** A locked consultation, and why the caller may reach it. */
    private record Reached(Consultation consultation, Relation relation) {}

    /** The consultation of a step, locked by the access check before it judged the caller. */
    Consultation locked(ConsultationId id) {
        List<Reached> locked = known(new Locked(id));
        if (locked == null || locked.isEmpty()) {
            throw new IllegalStateException("a step needs an action that locks its record");
        }
        Consultation consultation = locked.getFirst().consultation();
        if (!consultation.isNumbered()) {
            numbering.number(consultation.key());
            entities.refresh(consultation);
        }
        return consultation;
    }

    /** Stands for the locked record of an id. */
    private record Locked(RecordId id) {}

    private <T> Optional<T> once(Object key, Supplier<Optional<T>> query) {
        List<T> known = known(key);
        if (known != null) {
            return known.stream().findFirst();
        }
        Optional<T> found = query.get();
        if (transaction.getTransactionKey() != null) {
            transaction.putResource(key, found.stream().toList());
        }
        return found;
    }

    /** The result of a query in this transaction; absent if it has not run. */
    @SuppressWarnings("unchecked") // each key has values of one type
    private <T> @Nullable List<T> known(Object key) {
        return transaction.getTransactionKey() == null ? null : (List<T>) transaction.getResource(key);
    }

    /** The key of the patient of a consultation. */
    Optional<Long> patientOf(ConsultationId id) {
        if (!PublicIds.isWellFormed(id.value())) {
            return Optional.empty();
        }
        return entities.createQuery("select c.patientKey from Consultation c where c.publicId = :id", Long.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** The consultation that shows an image, if a message does. */
    Optional<Consultation> showing(ImageId id) {
        return entities.createQuery("select c" + SHOWING, Consultation.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** Read without the consultation itself, whose state counts once it is locked. */
    private Optional<ConsultationId> idOfShowing(ImageId id) {
        return entities.createQuery("select c.publicId" + SHOWING, String.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .map(ConsultationId::new);
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
        changes.fire(new ConsultationChanged(
                consultation.id(), consultation.patientKey(), true, teams, peopleAskedInto(consultation)));
    }

    /** The same for a step that the patient does not see. */
    void changedForStaff(Consultation consultation) {
        changes.fire(new ConsultationChanged(
                consultation.id(),
                consultation.patientKey(),
                false,
                Set.of(consultation.teamKey()),
                peopleAskedInto(consultation)));
    }

    /** Few are asked for advice on few consultations: the row says whether there are any. */
    private Set<Long> peopleAskedInto(Consultation consultation) {
        return consultation.asked() == 0
                ? Set.of()
                : Set.copyOf(entities.createQuery(ASKED, Long.class)
                        .setParameter("consultation", consultation.key())
                        .getResultList());
    }

    /** The consultation that a patient has already opened with this form. */
    Optional<Consultation> sent(Caller patient, SentForm form, String formerKey) {
        return forms.find(Consultation.class, "patientKey", patient.accountKey(), form, formerKey);
    }
}
