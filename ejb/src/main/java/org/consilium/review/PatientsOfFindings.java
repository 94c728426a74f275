package org.consilium.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.consilium.access.RecordId;
import org.consilium.audit.RecordPatients;

/** A finding is about its patient, if it has one. */
@ApplicationScoped
public class PatientsOfFindings implements RecordPatients {
    private static final String PATIENT = "SELECT patient_id FROM review_finding WHERE public_id = ?";

    @Override
    public Optional<String> query(RecordId record) {
        return record instanceof FindingId ? Optional.of(PATIENT) : Optional.empty();
    }
}
