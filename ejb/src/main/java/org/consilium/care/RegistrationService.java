package org.consilium.care;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import org.consilium.access.Action;
import org.consilium.access.Requires;
import org.consilium.account.Accounts;
import org.consilium.account.EmailTakenException;
import org.consilium.limit.ClientAddress;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;

/** Registers people as patients of the hospital. */
@Stateless
public class RegistrationService {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    @Inject
    private Clock clock;

    /**
     * Opens an account that the patient can sign in with at once. Every attempt counts for the network that it comes
     * from, as its answer tells whether an e-mail address has an account.
     *
     * @throws EmailTakenException when the address has an account already
     * @throws org.consilium.limit.LimitReachedException after too many attempts
     */
    @Requires(Action.REGISTER)
    @Limited(Limit.REGISTRATION_ADDRESS)
    public void register(@Valid NewPatient patient, ClientAddress from) {
        long account = accounts.openPatient(patient.email(), patient.name(), patient.password());
        entities.persist(new Patient(account, patient.dateOfBirth(), NewPatient.PRIVACY_NOTICE, clock.instant()));
    }
}
