package org.consilium.consultation.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.access.NotFoundException;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.Status;

/** Where consultations are. Nothing here asks who may know it: the access check has done so. */
@ApplicationScoped
public class Places {

    private static final String PLACE = "select c.key, c.publicId, c.patientKey, c.teamKey, c.clinicianKey, c.status,"
            + " c.title, t.name from Consultation c join Team t on t.key = c.teamKey where ";

    private static final String ON_TEAM =
            "select k.accountKey from Clinician k join k.teams t where k.accountKey = :clinician and t.key = :team";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    Place get(ConsultationId id) {
        return place(entities.createQuery(PLACE + "c.publicId = :id", Object[].class)
                        .setParameter("id", id.value())
                        .getResultStream())
                .orElseThrow(NotFoundException::new);
    }

    Optional<Place> find(long key) {
        return place(entities.createQuery(PLACE + "c.key = :key", Object[].class)
                .setParameter("key", key)
                .getResultStream());
    }

    private static Optional<Place> place(Stream<Object[]> rows) {
        return rows.findFirst()
                .map(row -> new Place(
                        (long) row[0],
                        new ConsultationId((String) row[1]),
                        (long) row[2],
                        (long) row[3],
                        (Long) row[4],
                        row[5] == Status.CLOSED,
                        (String) row[6],
                        (String) row[7]));
    }

    /** Whether a clinician is in its team, or has taken it. */
    boolean isOnTeam(long clinician, Place place) {
        Long holder = place.holder();
        return (holder != null && holder == clinician)
                || !entities.createQuery(ON_TEAM, Long.class)
                        .setParameter("clinician", clinician)
                        .setParameter("team", place.team())
                        .getResultList()
                        .isEmpty();
    }
}
