package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.consilium.access.RecordId;
import org.consilium.audit.RecordPatients;
import org.consilium.image.ImageId;

/** A consultation, and each photo in it, is about its patient. */
@ApplicationScoped
public class RecordsOfCare implements RecordPatients {
    private static final String CONSULTATION = "SELECT patient_id FROM consultation WHERE public_id = ?";

    private static final String IMAGE = "SELECT c.patient_id FROM message_image i JOIN message m ON m.id = i.message_id"
            + " JOIN consultation c ON c.id = m.consultation_id WHERE i.image_id = ?";

    @Override
    public Optional<String> query(RecordId record) {
        if (record instanceof ConsultationId) {
            return Optional.of(CONSULTATION);
        }
        return record instanceof ImageId ? Optional.of(IMAGE) : Optional.empty();
    }
}
