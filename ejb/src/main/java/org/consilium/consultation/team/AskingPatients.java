package org.consilium.consultation.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.consilium.access.RecordId;
import org.consilium.audit.RecordPatients;

/** A request for advice is about the patient of its consultation. */
@ApplicationScoped
public class AskingPatients implements RecordPatients {

    private static final String QUERY = "SELECT c.patient_id FROM asking q JOIN consultation c"
            + " ON c.id = q.consultation_id WHERE q.public_id = ?";

    @Override
    public Optional<String> query(RecordId record) {
        return record instanceof AskingId ? Optional.of(QUERY) : Optional.empty();
    }
}
