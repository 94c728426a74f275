package org.consilium.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.consilium.access.RecordId;
import org.consilium.audit.RecordPatients;

/** An emergency access is about its patient. */
@ApplicationScoped
public class RecordsOfEmergencies implements RecordPatients {
    private static final String PATIENT = "SELECT patient_id FROM emergency_access WHERE public_id = ?";

    @Override
    public Optional<String> query(RecordId record) {
        return record instanceof EmergencyId ? Optional.of(PATIENT) : Optional.empty();
    }
}
