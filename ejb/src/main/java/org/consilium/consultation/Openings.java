package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.consilium.access.Caller;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.consilium.account.PersonName;
import org.consilium.image.ImageId;
import org.consilium.image.OriginalMetadata;

/** Reads records together with the permission to read them, and with all that a page shows beside them: once each. */
@ApplicationScoped
public class Openings {

    private static final String CONSULTATION = "select c, r, t.name, p.firstName, p.lastName, b.dateOfBirth,"
            + " d.firstName, d.lastName from Consultation c join Team t on t.key = c.teamKey"
            + " join Account p on p.key = c.patientKey join Patient b on b.accountKey = c.patientKey"
            + " left join Account d on d.key = c.clinicianKey"
            + " left join LastRead r on r.consultationKey = c.key and r.accountKey = :caller"
            + " where c.publicId = :id and ";

    private static final String IMAGE = "select i, m, c, a.firstName, a.lastName, p.firstName, p.lastName, o.metadata"
            + " from MessageImage i join Message m on m.key = i.messageKey"
            + " join Consultation c on c.key = m.consultationKey join Account a on a.key = m.authorKey"
            + " join Account p on p.key = c.patientKey join Image o on o.publicId = i.imageId"
            + " where i.imageId = :id and ";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Clock clock;

    Optional<OpenedConsultation> consultation(ConsultationId id, Caller caller) {
        return find(
                CONSULTATION,
                id,
                caller,
                (row, relation) -> new OpenedConsultation(
                        (Consultation) row[0],
                        relation,
                        (LastRead) row[1],
                        (String) row[2],
                        PersonName.full((String) row[3], (String) row[4]),
                        (LocalDate) row[5],
                        row[7] == null ? null : PersonName.full((String) row[6], (String) row[7])));
    }

    Optional<ShownImage> image(ImageId id, Caller caller) {
        return find(
                IMAGE,
                id,
                caller,
                (row, relation) -> new ShownImage(
                        (MessageImage) row[0],
                        (Message) row[1],
                        (Consultation) row[2],
                        relation,
                        PersonName.full((String) row[3], (String) row[4]),
                        PersonName.full((String) row[5], (String) row[6]),
                        row[7] == OriginalMetadata.REMOVED));
    }

    /** By one condition after the other: nearly everybody is on the care team, and the first one says so. */
    private <T> Optional<T> find(String query, RecordId id, Caller caller, BiFunction<Object[], Relation, T> reader) {
        return Permission.of(caller).conditions().stream()
                .flatMap(way -> Permission.query(entities, query + way.jpql(), Object[].class, caller, clock.instant())
                        .setParameter("id", id.value())
                        .getResultStream()
                        .limit(1)
                        .map(row -> reader.apply(row, way.relation())))
                .findFirst();
    }
}
