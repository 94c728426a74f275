package org.consilium.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Optional;
import org.consilium.access.NotFoundException;

/** What other features may know about a patient, inside their own transaction. */
@ApplicationScoped
public class Patients {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    /** Locks the patient until the transaction ends, so that one request at a time opens something for them. */
    public void lock(long patientKey) {
        if (entities.find(Patient.class, patientKey, LockModeType.PESSIMISTIC_WRITE) == null) {
            throw new NotFoundException();
        }
    }

    public LocalDate dateOfBirth(long patientKey) {
        return Optional.ofNullable(entities.find(Patient.class, patientKey))
                .map(Patient::dateOfBirth)
                .orElseThrow(NotFoundException::new);
    }
}
