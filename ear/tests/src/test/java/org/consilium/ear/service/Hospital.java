package org.consilium.ear.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.consilium.access.Caller;
import org.consilium.access.FreshTicket;
import org.consilium.access.Role;
import org.consilium.account.AppointmentId;
import org.consilium.account.AppointmentService;
import org.consilium.account.InvitationService;
import org.consilium.account.SignInProgress;
import org.consilium.account.SignInService;
import org.consilium.account.fresh.FreshService;
import org.consilium.care.NewPatient;
import org.consilium.care.NewStaffMember;
import org.consilium.care.RegistrationService;
import org.consilium.care.StaffService;
import org.consilium.care.TeamId;
import org.consilium.ear.stand.SentMails;
import org.consilium.ear.stand.StoredPeople;
import org.consilium.limit.ClientAddress;
import org.consilium.limit.SignInAttempt;
import org.consilium.limit.SignInName;
import org.consilium.limit.SignInOrigin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Lets people in as the hospital does: patients register, staff are invited and accept. Those of whom a test asks no
 * more than that they are there are stored.
 */
@ApplicationScoped
public class Hospital {

    /** Reads first what patients send. */
    static final TeamId GENERAL_CARE = new TeamId("team-general-care-0001");

    static final TeamId SKIN = new TeamId("team-skin-000000000001");

    /** Where everybody in these tests comes from. */
    static final ClientAddress NETWORK = new ClientAddress("192.0.2.1");

    /** Of everybody. */
    static final LocalDate BIRTH = LocalDate.of(1980, 2, 29);

    static final String PASSWORD = "correct horse battery";

    @Inject
    private CallerContext stage;

    @Inject
    private RegistrationService registration;

    @Inject
    private StaffService staff;

    @Inject
    private InvitationService invitations;

    @Inject
    private AppointmentService appointments;

    @Inject
    private FreshService fresh;

    @Inject
    private Rows rows;

    /** The e-mail of somebody with the {@link #PASSWORD}. */
    private @Nullable String registered;

    @Inject
    @ConfigProperty(name = "consilium.test.mails")
    private String mailFolder;

    @Inject
    @ConfigProperty(name = "consilium.account.privacy-officer-email")
    private String officerEmail;

    @Inject
    @ConfigProperty(name = "consilium.account.administrator-email")
    private String firstEmail;

    @Inject
    @ConfigProperty(name = "consilium.account.administrator-password")
    private String firstPassword;

    Actor patient() {
        return patient("Alex", word());
    }

    Actor patient(String firstName, String lastName) {
        String email = email();
        stored().patient(email, firstName, lastName, BIRTH);
        return stage.enter(email);
    }

    /** With the password of the first one, who registers. */
    private synchronized StoredPeople stored() {
        if (registered == null) {
            NewPatient form = form(email());
            register(form);
            registered = form.email();
        }
        return new StoredPeople(rows::change, registered);
    }

    /** Fills in the form, and confirms the address. */
    void register(NewPatient form) {
        registration.register(form, Locale.ENGLISH, NETWORK);
        if (!registration.confirm(mails().takeToken(form.email()), form.password())) {
            throw new AssertionError("not confirmed: " + form.email());
        }
    }

    Actor nurse(TeamId team) {
        return clinician(Role.NURSE, team);
    }

    Actor doctor(TeamId team) {
        return clinician(Role.DOCTOR, team);
    }

    Actor administrator() {
        return office(Role.ADMINISTRATOR);
    }

    Actor privacyOfficer() {
        return office(Role.PRIVACY_OFFICER);
    }

    /** The administrator whom the configuration names. */
    Actor firstAdministrator() {
        return stage.enter(firstEmail, firstPassword);
    }

    /** The privacy officer whom the configuration names. */
    Actor firstPrivacyOfficer() {
        if (rows.count("account where email = ? and status = 'INVITED'", officerEmail) > 0) {
            invitations.accept(mails().takeToken(officerEmail), PASSWORD, Locale.ENGLISH);
        }
        return stage.enter(officerEmail, PASSWORD);
    }

    private Actor clinician(Role role, TeamId team) {
        String email = email();
        stored().clinician(email, role.name(), "Robin", word(), team.value());
        return stage.enter(email);
    }

    private Actor office(Role role) {
        String email = email();
        stored().account(email, role.name(), "Robin", word());
        return stage.enter(email);
    }

    /** Invites somebody with the approval of a second person, and returns the token in their e-mail. */
    String invite(NewStaffMember form) {
        AppointmentId id = propose(form);
        Actor officer = firstPrivacyOfficer();
        officer.does(() -> appointments.approve(id, ticketOf(officer)));
        return mails().takeToken(form.email());
    }

    /** Proposes somebody, whom nobody has approved yet. */
    AppointmentId propose(NewStaffMember form) {
        Actor administrator = firstAdministrator();
        administrator.does(() -> staff.invite(form, ticketOf(administrator)));
        return new AppointmentId(rows.only("select public_id from account where email = ?", form.email()));
    }

    /** As if somebody had signed in at this moment. */
    FreshTicket ticketOf(Actor person) {
        return fresh.signedIn(person.caller());
    }

    SentMails mails() {
        return new SentMails(Path.of(mailFolder));
    }

    /** What somebody with this address fills in to become a patient. */
    static NewPatient form(String email) {
        return new NewPatient("Alex", word(), BIRTH, email, PASSWORD, true);
    }

    /** An attempt from a device that nobody knows. */
    static Optional<Caller> signIn(SignInService service, String email, String password) {
        return firstStep(service, email, password).flatMap(SignInProgress::caller);
    }

    /** How far a sign-in comes with the password. */
    static Optional<SignInProgress> firstStep(SignInService service, String email, String password) {
        SignInOrigin origin = new SignInOrigin(NETWORK, "");
        return service.signIn(new SignInAttempt(new SignInName(email), origin), origin, password);
    }

    static String email() {
        return word() + "@people.example";
    }

    /** Letters that nobody else's name begins with. */
    static String word() {
        return ThreadLocalRandom.current()
                .ints(12, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
