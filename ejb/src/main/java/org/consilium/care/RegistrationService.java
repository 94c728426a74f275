package org.consilium.care;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.consilium.access.Action;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.account.AccountPasswords;
import org.consilium.account.AccountStatus;
import org.consilium.account.Accounts;
import org.consilium.account.EmailTakenException;
import org.consilium.account.Tokens;
import org.consilium.account.password.TypedPassword;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.limit.ClientAddress;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.NotLimited;
import org.consilium.mail.LetterKind;
import org.consilium.mail.Outbox;

/** Registers people as patients of the hospital, in two steps: the form, and the proof that the address is theirs. */
@Stateless
public class RegistrationService {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Registrations registrations;

    @Inject
    private Accounts accounts;

    @Inject
    private AccountPasswords passwords;

    @Inject
    private Outbox outbox;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Clock clock;

    /**
     * Takes the form, and sends a letter. Nothing that the caller sees depends on whether the address has an account,
     * and the work is the same: if it has, the letter says so, and its link leads to the sign-in.
     *
     * @param language of the letter, and of later ones
     * @throws org.consilium.account.password.WeakPasswordException when the password is easy to guess
     * @throws org.consilium.limit.LimitReachedException after too many attempts from one network
     */
    @Requires(Action.REGISTER)
    @Limited(Limit.REGISTRATION_ADDRESS)
    public void register(@Valid NewPatient patient, Locale language, ClientAddress from) {
        String hash = passwords.hash(patient.password(), Role.PATIENT, patient.personalTexts());
        String token = Tokens.next();
        Registration registration = new Registration(patient, hash, language, token, clock.instant());
        registrations.add(registration);
        LetterKind letter = accounts.statusOf(registration.email())
                .map(RegistrationService::letterFor)
                .orElse(LetterKind.CONFIRMATION);
        outbox.addForStranger(letter, registration.email(), language, token);
        audit.fire(AuditEvent.of(AuditKind.CHANGE));
    }

    private static LetterKind letterFor(AccountStatus status) {
        return status == AccountStatus.INVITED ? LetterKind.ALREADY_INVITED : LetterKind.ALREADY_REGISTERED;
    }

    /** The address that the link of a letter proves; empty if the link cannot be used, or no longer. */
    @Requires(Action.CONFIRM_REGISTRATION)
    @NotLimited("without a token of 256 random bits, it is one query by an index")
    public Optional<String> address(String token) {
        return registrations.find(token).map(Registration::email);
    }

    /**
     * Opens the account. This takes the link of the letter and the password of the form: a stranger who registers an
     * address does not get the letter, and the owner of the address, who gets it, does not know the password, and so
     * cannot open an account for the stranger by mistake.
     *
     * @return whether the password is the one of the form
     * @throws NotFoundException when the link is unknown, used, or too old
     * @throws EmailTakenException when the address has got an account meanwhile
     */
    @Requires(Action.CONFIRM_REGISTRATION)
    @NotLimited("without a token of 256 random bits, it is one query by an index")
    public boolean confirm(String token, @TypedPassword String password) {
        Registration registration = registrations.find(token).orElseThrow(NotFoundException::new);
        if (!passwords.isHashOf(password, registration.passwordHash())) {
            return false;
        }
        if (!registrations.remove(registration)) {
            throw new NotFoundException();
        }
        long account = accounts.openPatient(
                registration.email(), registration.name(), registration.passwordHash(), registration.language());
        entities.persist(registration.patient(account));
        audit.fire(AuditEvent.of(AuditKind.CHANGE).by(account, Role.PATIENT).about(account));
        return true;
    }
}
