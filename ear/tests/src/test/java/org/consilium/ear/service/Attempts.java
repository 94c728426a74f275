package org.consilium.ear.service;

import static org.consilium.access.Role.ADMINISTRATOR;
import static org.consilium.access.Role.DOCTOR;
import static org.consilium.access.Role.NURSE;
import static org.consilium.access.Role.PATIENT;
import static org.consilium.access.Role.PRIVACY_OFFICER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.access.Callers;
import org.consilium.access.FreshTicket;
import org.consilium.access.NotFoundException;
import org.consilium.access.NotFreshException;
import org.consilium.access.Role;
import org.consilium.account.AccountId;
import org.consilium.account.AppointmentId;
import org.consilium.account.AppointmentService;
import org.consilium.account.InvitationService;
import org.consilium.account.PeopleService;
import org.consilium.account.SecondStepService;
import org.consilium.account.SignInService;
import org.consilium.account.TimeZoneService;
import org.consilium.account.address.AddressChangeService;
import org.consilium.account.closing.ClosingRequestId;
import org.consilium.account.closing.ClosingService;
import org.consilium.account.fresh.FreshService;
import org.consilium.account.fresh.Proof;
import org.consilium.account.fresh.WrongPasswordException;
import org.consilium.account.passkey.PasskeyId;
import org.consilium.account.passkey.PasskeyService;
import org.consilium.account.passkey.PasskeySignInService;
import org.consilium.account.recovery.FactorResetId;
import org.consilium.account.recovery.FactorResetService;
import org.consilium.account.reset.PasswordResetService;
import org.consilium.account.settings.PasswordService;
import org.consilium.account.settings.ProfileService;
import org.consilium.account.settings.SecondFactorService;
import org.consilium.account.settings.SessionService;
import org.consilium.audit.VisitTrailService;
import org.consilium.audit.VisitTrailService.End;
import org.consilium.audit.seal.ProofService;
import org.consilium.care.NewStaffMember;
import org.consilium.care.RegistrationService;
import org.consilium.care.StaffService;
import org.consilium.care.TeamService;
import org.consilium.care.TeamSettings;
import org.consilium.care.TeamSettingsService;
import org.consilium.care.cover.CoverId;
import org.consilium.care.cover.CoverService;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationService;
import org.consilium.consultation.ImageDetailsService;
import org.consilium.consultation.QueueFilter;
import org.consilium.consultation.QueueService;
import org.consilium.consultation.QueueView;
import org.consilium.consultation.WatchService;
import org.consilium.consultation.team.AccessService;
import org.consilium.consultation.team.AskingId;
import org.consilium.consultation.team.AskingService;
import org.consilium.draft.DraftPlace;
import org.consilium.draft.DraftService;
import org.consilium.emergency.EmergencyId;
import org.consilium.emergency.EmergencyOversightService;
import org.consilium.emergency.EmergencyReason;
import org.consilium.emergency.EmergencyService;
import org.consilium.emergency.NewEmergency;
import org.consilium.emergency.PatientSearch;
import org.consilium.image.ImageId;
import org.consilium.image.ImageService;
import org.consilium.image.PhotoLooks;
import org.consilium.image.annotation.AnnotationService;
import org.consilium.image.upload.ImageUploadService;
import org.consilium.imaging.Rendition;
import org.consilium.limit.SecondStep;
import org.consilium.limit.SignInName;
import org.consilium.mail.LetterId;
import org.consilium.mail.LetterService;
import org.consilium.notice.Audience;
import org.consilium.notice.LiveService;
import org.consilium.notification.NotificationSettings;
import org.consilium.notification.NotificationSettingsService;
import org.consilium.notification.Timing;
import org.consilium.privacy.access.StaffAccessService;
import org.consilium.privacy.disclosure.DisclosureService;
import org.consilium.privacy.question.QuestionId;
import org.consilium.privacy.question.QuestionService;
import org.consilium.privacy.trail.PartySearchService;
import org.consilium.privacy.trail.TrailFilter;
import org.consilium.privacy.trail.TrailPosition;
import org.consilium.privacy.trail.TrailService;
import org.consilium.review.FindingId;
import org.consilium.review.NewDecision;
import org.consilium.review.ReviewOutcome;
import org.consilium.review.ReviewService;
import org.consilium.review.mark.MarkId;
import org.consilium.review.mark.MarkKind;
import org.consilium.review.mark.MarkRefusedException;
import org.consilium.review.mark.MarkService;
import org.consilium.review.mark.NewMark;
import org.consilium.testing.photo.SamplePhotos;

/** Everything that can be asked of the services, and who may: the hospital's rules, written down a second time. */
@ApplicationScoped
public class Attempts {

    private static final Set<Role> ANYBODY = Set.of();
    private static final Set<Role> EVERYBODY = Set.of(Role.values());
    private static final Set<Role> APPROVERS = Set.of(ADMINISTRATOR, PRIVACY_OFFICER);
    private static final Set<Role> OFFICERS = Set.of(PRIVACY_OFFICER);
    private static final Set<Role> CLINICIANS = Set.of(NURSE, DOCTOR);
    private static final Set<Role> PATIENT_AND_CLINICIANS = Set.of(PATIENT, NURSE, DOCTOR);

    @Inject
    private ConsultationService consultations;

    @Inject
    private QueueService queue;

    @Inject
    private AccessService access;

    @Inject
    private AskingService askings;

    @Inject
    private CoverService covers;

    @Inject
    private ImageService images;

    @Inject
    private ImageUploadService uploads;

    @Inject
    private TeamService teams;

    @Inject
    private TeamSettingsService teamSettings;

    @Inject
    private ImageDetailsService details;

    @Inject
    private AnnotationService annotations;

    @Inject
    private StaffService staff;

    @Inject
    private AppointmentService appointments;

    @Inject
    private RegistrationService registration;

    @Inject
    private InvitationService invitations;

    @Inject
    private SignInService signIn;

    @Inject
    private VisitTrailService visits;

    @Inject
    private PhotoLooks looks;

    @Inject
    private Callers callers;

    @Inject
    private PasswordResetService resets;

    @Inject
    private PasskeyService passkeys;

    @Inject
    private PasskeySignInService passkeySignIn;

    @Inject
    private SecondStepService steps;

    @Inject
    private SecondFactorService factors;

    @Inject
    private SessionService sessions;

    @Inject
    private ProfileService profiles;

    @Inject
    private NotificationSettingsService notifications;

    @Inject
    private PasswordService passwords;

    @Inject
    private FactorResetService factorResets;

    @Inject
    private AddressChangeService addresses;

    @Inject
    private ClosingService closings;

    @Inject
    private EmergencyService emergencies;

    @Inject
    private EmergencyOversightService oversight;

    @Inject
    private ReviewService reviews;

    @Inject
    private MarkService marks;

    @Inject
    private FreshService fresh;

    @Inject
    private LetterService letters;

    @Inject
    private TimeZoneService zones;

    @Inject
    private PeopleService people;

    @Inject
    private WatchService watch;

    @Inject
    private LiveService live;

    @Inject
    private DraftService drafts;

    @Inject
    private ProofService proofs;

    @Inject
    private TrailService trail;

    @Inject
    private PartySearchService parties;

    @Inject
    private DisclosureService disclosures;

    @Inject
    private QuestionService questions;

    @Inject
    private StaffAccessService accesses;

    /** What names no record. */
    List<Attempt> general() {
        QueueFilter all = new QueueFilter(QueueView.WAITING, "", null);
        DraftPlace draft = DraftPlace.of("written/consultation/1").orElseThrow();
        return List.of(
                new Attempt("SignInService.signIn", ANYBODY, () -> Hospital.signIn(signIn, Hospital.email(), "wrong")),
                new Attempt(
                        "SignInService.originOf",
                        ANYBODY,
                        () -> signIn.originOf(new SignInName(Hospital.email()), Hospital.NETWORK, "")),
                new Attempt(
                        "RegistrationService.register",
                        ANYBODY,
                        () -> registration.register(Hospital.form(Hospital.email()), Locale.ENGLISH, Hospital.NETWORK)),
                new Attempt("RegistrationService.address", ANYBODY, () -> registration.address("no such token")),
                new Attempt(
                        "RegistrationService.confirm",
                        ANYBODY,
                        () -> isUnknown(() -> registration.confirm("no such token", Hospital.PASSWORD))),
                new Attempt(
                        "PasswordResetService.request",
                        ANYBODY,
                        () -> resets.request(Hospital.email(), Locale.ENGLISH, Hospital.NETWORK)),
                new Attempt("SecondStepService.find", ANYBODY, () -> steps.find("no such ticket")),
                new Attempt("SecondStepService.ways", ANYBODY, () -> steps.ways("no such ticket")),
                new Attempt(
                        "SecondStepService.answer",
                        ANYBODY,
                        () -> isUnknown(() -> steps.answer(new SecondStep(0), "no such ticket", "123456"))),
                new Attempt("SecondStepService.setUp", ANYBODY, () -> isUnknown(() -> steps.setUp("no such ticket"))),
                new Attempt(
                        "SecondStepService.confirm",
                        ANYBODY,
                        () -> isUnknown(() -> steps.confirm(new SecondStep(0), "no such ticket", "123456"))),
                new Attempt("SecondFactorService.get", ANYBODY, factors::get),
                new Attempt("SecondFactorService.setUp", ANYBODY, factors::setUp),
                new Attempt(
                        "SecondFactorService.confirm",
                        ANYBODY,
                        () -> isWrong(() -> factors.confirm("wrong", "123456"))),
                new Attempt(
                        "SecondFactorService.renewRecoveryCodes",
                        ANYBODY,
                        () -> isWrong(() -> factors.renewRecoveryCodes("wrong"))),
                new Attempt("SecondFactorService.remove", ANYBODY, () -> isWrong(() -> factors.remove("wrong"))),
                new Attempt("SessionService.list", ANYBODY, () -> sessions.list("no session")),
                new Attempt("SessionService.end", ANYBODY, () -> sessions.end("no session")),
                new Attempt("SessionService.endOthers", ANYBODY, () -> sessions.endOthers("no session")),
                new Attempt("FreshService.prove", ANYBODY, () -> isWrong(() -> fresh.prove(Proof.password("wrong")))),
                new Attempt("FreshService.isFresh", ANYBODY, () -> fresh.isFresh(FreshTicket.NONE)),
                new Attempt("FreshService.takesCodes", ANYBODY, () -> fresh.takesCodes()),
                new Attempt("ProfileService.get", ANYBODY, profiles::get),
                new Attempt("ProfileService.readTimesIn", ANYBODY, () -> profiles.readTimesIn(ZoneOffset.UTC)),
                new Attempt("ClosingService.get", ANYBODY, closings::get),
                new Attempt("ClosingService.ask", ANYBODY, closings::ask),
                new Attempt("ClosingService.takeBack", ANYBODY, closings::takeBack),
                new Attempt("ClosingService.pending", Set.of(ADMINISTRATOR), closings::pending),
                new Attempt("ProfileService.rename", ANYBODY, () -> profiles.rename("Robin", Hospital.word())),
                new Attempt(
                        "AddressChangeService.request",
                        ANYBODY,
                        () -> isWrong(
                                () -> addresses.request(Proof.password("wrong"), Hospital.email(), Locale.ENGLISH))),
                new Attempt("AddressChangeService.address", ANYBODY, () -> addresses.address("no such token")),
                new Attempt(
                        "AddressChangeService.confirm",
                        ANYBODY,
                        () -> isUnknown(() -> addresses.confirm("no such token", Hospital.PASSWORD))),
                new Attempt("ProfileService.readIn", ANYBODY, () -> profiles.readIn(Locale.ENGLISH)),
                new Attempt(
                        "PasswordService.change",
                        ANYBODY,
                        () -> isWrong(() -> passwords.change(Proof.password("wrong"), Hospital.PASSWORD))),
                new Attempt("PasswordResetService.find", ANYBODY, () -> resets.find("no such token")),
                new Attempt(
                        "PasswordResetService.reset",
                        ANYBODY,
                        () -> isUnknown(() -> resets.reset("no such token", Hospital.PASSWORD))),
                new Attempt("LetterService.undelivered", Set.of(ADMINISTRATOR), () -> letters.undelivered()),
                new Attempt("InvitationService.find", ANYBODY, () -> invitations.find("no such token")),
                new Attempt("ImageDetailsService.links", PATIENT_AND_CLINICIANS, () -> details.links(List.of())),
                new Attempt("LiveService.version", ANYBODY, () -> live.version(new Audience(Set.of()))),
                new Attempt("DraftService.find", PATIENT_AND_CLINICIANS, () -> drafts.find(draft)),
                new Attempt("DraftService.save", PATIENT_AND_CLINICIANS, () -> drafts.save(draft, "{}", 0)),
                new Attempt("DraftService.empty", PATIENT_AND_CLINICIANS, () -> drafts.empty(draft)),
                new Attempt(
                        "ConsultationService.submit",
                        Set.of(PATIENT),
                        () -> consultations.submit(Forms.consultation())),
                new Attempt("QueueService.own", Set.of(PATIENT), () -> queue.own(null)),
                new Attempt("QueueService.news", PATIENT_AND_CLINICIANS, () -> queue.news()),
                new Attempt("NotificationSettingsService.get", ANYBODY, notifications::get),
                new Attempt(
                        "NotificationSettingsService.choose",
                        PATIENT_AND_CLINICIANS,
                        () -> notifications.choose(new NotificationSettings(Timing.AT_ONCE, null))),
                new Attempt("EmergencyService.find", CLINICIANS, () -> emergencies.find(nobody())),
                new Attempt("EmergencyService.open", CLINICIANS, () -> isStale(() -> open(nobody()))),
                new Attempt("EmergencyService.current", CLINICIANS, () -> emergencies.current()),
                new Attempt("EmergencyOversightService.list", OFFICERS, () -> oversight.list(null)),
                new Attempt(
                        "EmergencyOversightService.export",
                        OFFICERS,
                        () -> isStale(() -> oversight.export(FreshTicket.NONE))),
                new Attempt("AskingService.asked", CLINICIANS, () -> askings.asked()),
                new Attempt("CoverService.plan", CLINICIANS, () -> covers.plan()),
                new Attempt("CoverService.give", CLINICIANS, () -> covers.give(Forms.cover(Hospital.email()))),
                new Attempt("ReviewService.open", OFFICERS, () -> reviews.open(null)),
                new Attempt("ReviewService.decided", OFFICERS, () -> reviews.decided(null)),
                new Attempt(
                        "ReviewService.exportOpen",
                        OFFICERS,
                        () -> isStale(() -> reviews.exportOpen(FreshTicket.NONE))),
                new Attempt(
                        "ReviewService.exportDecided",
                        OFFICERS,
                        () -> isStale(() -> reviews.exportDecided(FreshTicket.NONE))),
                new Attempt("MarkService.list", OFFICERS, () -> marks.list(null)),
                new Attempt("MarkService.export", OFFICERS, () -> isStale(() -> marks.export(FreshTicket.NONE))),
                new Attempt("MarkService.mark", OFFICERS, this::markNobody),
                new Attempt("QueueService.queue", CLINICIANS, () -> queue.queue(all, null)),
                new Attempt("TeamSettingsService.list", Set.of(ADMINISTRATOR), () -> teamSettings.list()),
                new Attempt(
                        "TeamSettingsService.members",
                        Set.of(ADMINISTRATOR),
                        () -> teamSettings.members(Hospital.SKIN)),
                new Attempt(
                        "TeamSettingsService.change",
                        Set.of(ADMINISTRATOR),
                        () -> teamSettings.change(Hospital.SKIN, new TeamSettings(null, null, null))),
                new Attempt("TeamService.list", Set.of(NURSE, DOCTOR, ADMINISTRATOR), () -> teams.list()),
                new Attempt(
                        "ImageUploadService.upload",
                        PATIENT_AND_CLINICIANS,
                        () -> uploads.upload(new ByteArrayInputStream(SamplePhotos.png(8, 8)), false)),
                new Attempt("ImageUploadService.ticket", PATIENT_AND_CLINICIANS, () -> uploads.ticket(Forms.upload())),
                new Attempt("PeopleService.list", Set.of(ADMINISTRATOR), () -> people.list("", null)),
                new Attempt(
                        "StaffService.invite",
                        Set.of(ADMINISTRATOR),
                        () -> isStale(() -> staff.invite(newcomer(), FreshTicket.NONE))),
                new Attempt("AppointmentService.pending", APPROVERS, () -> appointments.pending()),
                new Attempt("ProofService.get", OFFICERS, proofs::get),
                new Attempt("ProofService.check", OFFICERS, () -> proofs.check()),
                new Attempt("ProofService.download", OFFICERS, () -> isStale(() -> proofs.download(FreshTicket.NONE))),
                new Attempt(
                        "ProofService.downloadFhir",
                        OFFICERS,
                        () -> isStale(() -> proofs.downloadFhir(FreshTicket.NONE))),
                new Attempt("FactorResetService.pending", APPROVERS, () -> factorResets.pending()));
    }

    List<Attempt> onConsultation(ConsultationId id) {
        return List.of(
                new Attempt("ConsultationService.read", PATIENT_AND_CLINICIANS, () -> consultations.read(id, null)),
                new Attempt(
                        "ConsultationService.write",
                        PATIENT_AND_CLINICIANS,
                        () -> consultations.write(id, Forms.message("Hello"))),
                new Attempt("AccessService.of", PATIENT_AND_CLINICIANS, () -> access.of(id)),
                new Attempt("AskingService.ask", CLINICIANS, () -> askings.ask(id, Forms.asking(Hospital.email()))),
                new Attempt("ConsultationService.markUnread", CLINICIANS, () -> consultations.markUnread(id)),
                new Attempt(
                        "ConsultationService.note", CLINICIANS, () -> consultations.note(id, Forms.note("Mind this."))),
                new Attempt(
                        "ConsultationService.handOver",
                        CLINICIANS,
                        () -> consultations.handOver(id, Hospital.GENERAL_CARE)),
                new Attempt(
                        "ImageUploadService.uploadInto",
                        PATIENT_AND_CLINICIANS,
                        () -> uploads.uploadInto(id, new ByteArrayInputStream(SamplePhotos.png(8, 8)), false)),
                new Attempt(
                        "ImageUploadService.ticketInto",
                        PATIENT_AND_CLINICIANS,
                        () -> uploads.ticketInto(id, Forms.upload())),
                new Attempt("ConsultationService.take", CLINICIANS, () -> consultations.take(id)),
                new Attempt("ConsultationService.close", CLINICIANS, () -> consultations.close(id, Forms.closing(-1))));
    }

    Attempt onCover(CoverId id) {
        return new Attempt("CoverService.end", CLINICIANS, () -> covers.end(id));
    }

    Attempt onAsking(AskingId id) {
        return new Attempt("AskingService.end", CLINICIANS, () -> askings.end(id));
    }

    List<Attempt> onImage(ImageId id) {
        return List.of(
                new Attempt("ImageService.view", PATIENT_AND_CLINICIANS, () -> images.view(id, Rendition.THUMBNAIL)),
                new Attempt("ImageUploadService.state", PATIENT_AND_CLINICIANS, () -> uploads.state(id)),
                new Attempt("ImageUploadService.complete", PATIENT_AND_CLINICIANS, () -> uploads.complete(id)),
                new Attempt(
                        "ImageUploadService.removeMetadata", PATIENT_AND_CLINICIANS, () -> uploads.removeMetadata(id)),
                new Attempt("ImageUploadService.discard", PATIENT_AND_CLINICIANS, () -> uploads.discard(id)));
    }

    /** On an image that is part of a message. */
    List<Attempt> onSentImage(ImageId id) {
        return List.of(
                new Attempt("ImageDetailsService.get", PATIENT_AND_CLINICIANS, () -> details.get(id)),
                new Attempt(
                        "ImageService.shown",
                        PATIENT_AND_CLINICIANS,
                        () -> images.shown(id, Rendition.THUMBNAIL, looks.look(id, callers.get()))),
                new Attempt("ImageService.original", CLINICIANS, () -> images.original(id)),
                new Attempt("AnnotationService.add", CLINICIANS, () -> annotations.add(id, Forms.annotation("Here"))));
    }

    /** On an emergency access that the caller has opened, if a clinician calls; after the last one it has ended. */
    List<Attempt> onEmergency(EmergencyId id) {
        return List.of(
                new Attempt("EmergencyOversightService.get", OFFICERS, () -> oversight.get(id)),
                new Attempt(
                        "EmergencyOversightService.holdLetter",
                        OFFICERS,
                        () -> oversight.holdLetter(id, "Violent home")),
                new Attempt("EmergencyOversightService.sendLetter", OFFICERS, () -> oversight.sendLetter(id)),
                new Attempt("QueueService.inEmergency", CLINICIANS, () -> queue.inEmergency(id, null)),
                new Attempt("EmergencyService.end", CLINICIANS, () -> emergencies.end(id)));
    }

    List<Attempt> onReview(FindingId id) {
        NewDecision form = new NewDecision(ReviewOutcome.APPROPRIATE, "On call that day");
        return List.of(
                new Attempt("ReviewService.get", OFFICERS, () -> reviews.get(id)),
                new Attempt(
                        "ReviewService.decide",
                        OFFICERS,
                        () -> isStale(() -> reviews.decide(id, form, FreshTicket.NONE))));
    }

    Attempt onMark(MarkId id) {
        return new Attempt("MarkService.unmark", OFFICERS, () -> marks.unmark(id));
    }

    private void markNobody() {
        PatientSearch nobody = nobody();
        try {
            marks.mark(new NewMark(nobody.firstName(), nobody.lastName(), nobody.dateOfBirth(), MarkKind.VIP, null));
        } catch (MarkRefusedException expected) {
            // there is no such patient
        }
    }

    private static PatientSearch nobody() {
        return new PatientSearch("Nobody", Hospital.word(), LocalDate.of(1980, 2, 29));
    }

    private void open(PatientSearch patient) {
        var unused = emergencies.open(
                new NewEmergency(patient, 1, EmergencyReason.OTHER, "No time to lose"), FreshTicket.NONE);
    }

    List<Attempt> onAccount(AccountId id) {
        Set<Role> administrator = Set.of(ADMINISTRATOR);
        return List.of(
                new Attempt("InvitationService.renew", administrator, () -> invitations.renew(id)),
                new Attempt("PeopleService.get", administrator, () -> people.get(id)),
                new Attempt("ClosingService.of", administrator, () -> closings.of(id)),
                new Attempt("PeopleService.formerNames", administrator, () -> people.formerNames(id)),
                new Attempt("WatchService.teamsWatchedBy", administrator, () -> watch.teamsWatchedBy(id)),
                new Attempt("PeopleService.unlock", administrator, () -> people.unlock(id, "Called us")),
                new Attempt("FactorResetService.of", administrator, () -> factorResets.of(id)),
                new Attempt(
                        "FactorResetService.request",
                        administrator,
                        () -> isStale(() -> factorResets.request(id, "Passport", false, FreshTicket.NONE))),
                new Attempt("PeopleService.disable", administrator, () -> people.disable(id)),
                new Attempt("PeopleService.enable", administrator, () -> people.enable(id)));
    }

    /** The requests that only the owner of a passkey may make. */
    List<Attempt> onPasskey(PasskeyId id) {
        return List.of(
                new Attempt("PasskeyService.rename", EVERYBODY, () -> passkeys.rename(id, "My phone")),
                new Attempt("PasskeyService.remove", EVERYBODY, () -> isWrong(() -> passkeys.remove(id, "wrong"))));
    }

    /** The requests for a person's own passkeys, and those of a browser before anybody has signed in. */
    List<Attempt> onOwnPasskeys() {
        return List.of(
                new Attempt(
                        "PasskeyService.beginRegistration",
                        EVERYBODY,
                        () -> isWrong(() -> passkeys.beginRegistration("wrong"))),
                new Attempt(
                        "PasskeyService.finishRegistration",
                        EVERYBODY,
                        () -> passkeys.finishRegistration("no such token", "{}", "My phone")),
                new Attempt("PasskeyService.list", EVERYBODY, () -> passkeys.list()),
                new Attempt("PasskeySignInService.begin", ANYBODY, () -> passkeySignIn.begin(Hospital.NETWORK)),
                new Attempt("PasskeySignInService.finish", ANYBODY, () -> passkeySignIn.finish("no such token", "{}")),
                new Attempt(
                        "PasskeySignInService.beginStep",
                        ANYBODY,
                        () -> isUnknown(() -> passkeySignIn.beginStep("no such ticket", Hospital.NETWORK))),
                new Attempt(
                        "PasskeySignInService.finishStep",
                        ANYBODY,
                        () -> isUnknown(() -> passkeySignIn.finishStep("no such ticket", "no such token", "{}"))),
                new Attempt(
                        "PasskeySignInService.beginSetUp",
                        ANYBODY,
                        () -> isUnknown(() -> passkeySignIn.beginSetUp("no such ticket", Hospital.NETWORK))),
                new Attempt(
                        "PasskeySignInService.finishSetUp",
                        ANYBODY,
                        () -> isUnknown(
                                () -> passkeySignIn.finishSetUp("no such ticket", "no such token", "{}", "My phone"))));
    }

    Attempt onAppointment(AppointmentId id) {
        return new Attempt(
                "AppointmentService.approve",
                APPROVERS,
                () -> isStale(() -> appointments.approve(id, FreshTicket.NONE)));
    }

    /** After the second one, the request has ended. */
    List<Attempt> onFactorReset(FactorResetId id) {
        return List.of(
                new Attempt(
                        "FactorResetService.approve",
                        APPROVERS,
                        () -> isStale(() -> factorResets.approve(id, FreshTicket.NONE))),
                new Attempt("FactorResetService.withdraw", APPROVERS, () -> factorResets.withdraw(id)));
    }

    /**
     * What the privacy officer does, and the patient's part in it.
     *
     * @param patient whose accounting of disclosures it is
     * @param access an entry of the trail about the patient who asks
     */
    List<Attempt> onPrivacy(AccountId patient, TrailPosition access, QuestionId question) {
        Set<Role> officer = Set.of(PRIVACY_OFFICER);
        TrailFilter filter = TrailFilter.by(patient);
        return List.of(
                new Attempt("PartySearchService.find", officer, () -> parties.find("nobody")),
                new Attempt("TrailService.list", officer, () -> trail.list(filter, null)),
                new Attempt("TrailService.affected", officer, () -> trail.affected(filter, null)),
                new Attempt(
                        "TrailService.export", officer, () -> isStale(() -> trail.export(filter, FreshTicket.NONE))),
                new Attempt(
                        "TrailService.exportAffected",
                        officer,
                        () -> isStale(() -> trail.exportAffected(filter, FreshTicket.NONE))),
                new Attempt("DisclosureService.accounting", officer, () -> disclosures.accounting(patient)),
                new Attempt(
                        "DisclosureService.export",
                        officer,
                        () -> isStale(() -> disclosures.export(patient, FreshTicket.NONE))),
                new Attempt("DisclosureService.enter", officer, () -> disclosures.enter(patient, Forms.disclosure())),
                new Attempt("QuestionService.open", officer, () -> questions.open(null)),
                new Attempt("QuestionService.answered", officer, () -> questions.answered(null)),
                new Attempt(
                        "QuestionService.exportOpen",
                        officer,
                        () -> isStale(() -> questions.exportOpen(FreshTicket.NONE))),
                new Attempt(
                        "QuestionService.exportAnswered",
                        officer,
                        () -> isStale(() -> questions.exportAnswered(FreshTicket.NONE))),
                new Attempt("QuestionService.get", officer, () -> questions.get(question)),
                new Attempt("QuestionService.answer", officer, () -> questions.answer(question, "For your care.")),
                new Attempt("StaffAccessService.list", Set.of(PATIENT), () -> accesses.list(null)),
                new Attempt("StaffAccessService.get", Set.of(PATIENT), () -> accesses.get(access)),
                new Attempt("QuestionService.own", Set.of(PATIENT), () -> questions.own()),
                new Attempt("QuestionService.ask", Set.of(PATIENT), () -> questions.ask(access, "Why?", Forms.key())));
    }

    /** After the second one, the request has ended. */
    List<Attempt> onClosing(ClosingRequestId id) {
        Set<Role> administrator = Set.of(ADMINISTRATOR);
        return List.of(
                new Attempt("ClosingService.decline", administrator, () -> closings.decline(id, "Called")),
                new Attempt("ClosingService.close", administrator, () -> closings.close(id, "Called")));
    }

    /** What is asked with a secret or for a person instead of a record. */
    Stream<Attempt> personal(Actor somebody) {
        return Stream.of(
                new Attempt("SignInService.isStillActive", ANYBODY, () -> signIn.isStillActive(somebody.caller())),
                new Attempt("TimeZoneService.chosenBy", ANYBODY, () -> zones.chosenBy(somebody.caller())),
                new Attempt("TimeZoneService.of", ANYBODY, () -> zones.of(somebody.caller())),
                new Attempt(
                        "TimeZoneService.remember", ANYBODY, () -> zones.remember(somebody.caller(), ZoneOffset.UTC)),
                new Attempt(
                        "SignInService.rememberDevice", ANYBODY, () -> signIn.rememberDevice(somebody.caller(), "")),
                new Attempt(
                        "VisitTrailService.ended",
                        ANYBODY,
                        () -> visits.ended(somebody.caller().accountKey(), PATIENT, End.ENDED)),
                new Attempt("VisitTrailService.refused", EVERYBODY, () -> visits.refused(Rendition.FULL, null)),
                new Attempt("SignInService.noteSignIn", ANYBODY, () -> signIn.noteSignIn(somebody.caller(), "")),
                new Attempt("FreshService.signedIn", ANYBODY, () -> fresh.signedIn(somebody.caller())),
                new Attempt("LiveService.audienceOf", ANYBODY, () -> live.audienceOf(somebody.caller())),
                new Attempt("LiveService.signedOut", ANYBODY, () -> live.signedOut(somebody.caller())),
                new Attempt(
                        "InvitationService.accept",
                        ANYBODY,
                        () -> isUnknown(() -> invitations.accept("no such token", Hospital.PASSWORD, Locale.ENGLISH))));
    }

    /** After each of them, the letter has not been given up any more. */
    List<Attempt> onLetters(LetterId one, LetterId other) {
        return List.of(
                new Attempt("LetterService.sendAgain", Set.of(ADMINISTRATOR), () -> letters.sendAgain(one)),
                new Attempt("LetterService.discard", Set.of(ADMINISTRATOR), () -> letters.discard(other)));
    }

    private static void isUnknown(Runnable step) {
        try {
            step.run();
        } catch (NotFoundException expected) {
            // whoever asks may ask: it is the token that is refused
        }
    }

    private static void isStale(Runnable step) {
        try {
            step.run();
        } catch (NotFreshException expected) {
            // a caller with permission is asked for the password first
        }
    }

    private static void isWrong(Runnable step) {
        try {
            step.run();
        } catch (WrongPasswordException expected) {
            // the same for a password
        }
    }

    static NewStaffMember newcomer() {
        return new NewStaffMember(Hospital.email(), "Kim", Hospital.word(), NURSE, Hospital.SKIN);
    }
}
