package org.consilium.privacy.question;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.consilium.access.RecordId;
import org.consilium.audit.RecordPatients;

/** A question is about the patient who has asked it. */
@ApplicationScoped
public class QuestionPatients implements RecordPatients {
    private static final String QUESTION = "SELECT patient_id FROM privacy_question WHERE public_id = ?";

    @Override
    public Optional<String> query(RecordId record) {
        return record instanceof QuestionId ? Optional.of(QUESTION) : Optional.empty();
    }
}
