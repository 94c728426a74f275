package org.consilium.peer;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Finds consultations. */
interface ConsultationRepository extends JpaRepository<Consultation, Long> {

    @EntityGraph(attributePaths = {"patient", "clinician"})
    Optional<Consultation> findByPublicId(String publicId);

    @Query(
            """
            select new org.consilium.peer.ConsultationRow(c.publicId, c.title, d.name, c.bodySite, c.status, c.urgency,
                c.openedAt, c.activeAt, case when c.lastMessageId > c.patientReadId then true else false end)
            from Consultation c join c.clinician d
            where c.patient.id = :patient
            order by c.activeAt desc""")
    List<ConsultationRow> newestOf(long patient, Limit limit);

    @Query(
            """
            select new org.consilium.peer.ConsultationRow(c.publicId, c.title, p.name, c.bodySite, c.status, c.urgency,
                c.openedAt, c.activeAt, case when c.lastMessageId > c.clinicianReadId then true else false end)
            from Consultation c join c.patient p
            where c.status = org.consilium.peer.Status.WAITING
            order by c.activeAt""")
    List<ConsultationRow> waiting(Limit limit);
}
