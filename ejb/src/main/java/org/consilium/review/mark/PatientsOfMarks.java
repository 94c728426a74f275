package org.consilium.review.mark;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.consilium.access.RecordId;
import org.consilium.audit.RecordPatients;

/** A mark is about its patient. */
@ApplicationScoped
public class PatientsOfMarks implements RecordPatients {
    private static final String PATIENT = "SELECT patient_id FROM patient_mark WHERE public_id = ?";

    @Override
    public Optional<String> query(RecordId record) {
        return record instanceof MarkId ? Optional.of(PATIENT) : Optional.empty();
    }
}
