package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.consilium.image.encryption.PatientLookup;

/** Looks up the patient of a consultation. */
@ApplicationScoped
public class PatientOfConsultation implements PatientLookup {

    @Inject
    private Consultations consultations;

    @Override
    @Transactional
    public Optional<Long> patientOf(String consultation) {
        return consultations.patientOf(new ConsultationId(consultation));
    }
}
