package org.consilium.consultation.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consilium.account.PersonName;
import org.consilium.consultation.ConsultationId;

/** The repository of requests for advice. The consultation is locked before them. */
@ApplicationScoped
public class Askings {

    private static final int MOST_SHOWN = 50;

    private static final String OF_CLINICIAN = "select q.publicId, c.publicId, c.title, p.firstName, p.lastName,"
            + " a.firstName, a.lastName, q.note, q.askedAt from Asking q join Consultation c on c.key = q.consultationKey"
            + " join Account p on p.key = c.patientKey join Account a on a.key = q.askedBy"
            + " where q.askedKey = :clinician and q.active = true order by q.askedAt desc, q.key desc";

    private static final String ACTIVE =
            "select q from Asking q where q.consultationKey = :consultation and q.active = true";

    /** Of the row that the access check has locked; its version stays as it is. */
    private static final String COUNT = "UPDATE consultation SET asked = (SELECT COUNT(*) FROM asking q"
            + " WHERE q.consultation_id = ?1 AND q.active = TRUE) WHERE id = ?1";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** What a clinician is asked at the moment, the latest first. */
    List<AskedConsultation> of(long clinician) {
        return entities.createQuery(OF_CLINICIAN, Object[].class)
                .setParameter("clinician", clinician)
                .setMaxResults(MOST_SHOWN)
                .getResultStream()
                .map(row -> new AskedConsultation(
                        new AskingId((String) row[0]),
                        new ConsultationId((String) row[1]),
                        (String) row[2],
                        PersonName.full((String) row[3], (String) row[4]),
                        PersonName.full((String) row[5], (String) row[6]),
                        (String) row[7],
                        (Instant) row[8]))
                .toList();
    }

    /** Those that last. */
    List<Asking> active(long consultation) {
        return entities.createQuery(ACTIVE, Asking.class)
                .setParameter("consultation", consultation)
                .getResultList();
    }

    void add(Asking asking) {
        entities.persist(asking);
        count(asking.consultationKey());
    }

    void end(Asking asking, AskingOutcome how, long person) {
        asking.end(how, person, clock.instant());
        count(asking.consultationKey());
    }

    private void count(long consultation) {
        entities.flush();
        entities.createNativeQuery(COUNT).setParameter(1, consultation).executeUpdate();
    }

    Optional<Asking> find(AskingId id) {
        return entities.createQuery("select q from Asking q where q.publicId = :id", Asking.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** Locks one until the transaction ends. */
    void lock(Asking asking) {
        entities.refresh(asking, LockModeType.PESSIMISTIC_WRITE);
    }
}
