package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.access.RecordGuard;
import org.consilium.access.RecordId;
import org.consilium.access.Role;
import org.consilium.care.Teams;
import org.consilium.image.ImageId;

/** A consultation and its images can be reached by its patient, and by the clinicians of its team. */
@ApplicationScoped
public class ConsultationGuard implements RecordGuard {

    @Inject
    private Consultations consultations;

    @Inject
    private Teams teams;

    @Override
    public boolean knows(RecordId id) {
        return id instanceof ConsultationId || id instanceof ImageId;
    }

    @Override
    public void lock(RecordId id) {
        find(id).ifPresent(consultations::lock);
    }

    @Override
    public boolean permits(Caller caller, RecordId id) {
        return find(id).filter(found -> isPartOf(found, caller)).isPresent();
    }

    private Optional<Consultation> find(RecordId id) {
        return id instanceof ConsultationId consultation
                ? consultations.find(consultation)
                : consultations.showing((ImageId) id);
    }

    private boolean isPartOf(Consultation consultation, Caller caller) {
        return caller.is(Role.PATIENT)
                ? consultation.patientKey() == caller.accountKey()
                : teams.of(caller.accountKey()).contains(consultation.teamKey());
    }
}
