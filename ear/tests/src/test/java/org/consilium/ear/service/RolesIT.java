package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.account.closing.ClosingRequestId;
import org.consilium.account.passkey.PasskeyId;
import org.consilium.account.recovery.FactorResetId;
import org.consilium.care.cover.CoverId;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.Severity;
import org.consilium.consultation.team.AskingId;
import org.consilium.emergency.EmergencyId;
import org.consilium.image.ImageId;
import org.consilium.mail.LetterId;
import org.consilium.platform.PublicIds;
import org.consilium.privacy.question.QuestionId;
import org.consilium.privacy.trail.TrailPosition;
import org.consilium.review.FindingId;
import org.consilium.review.mark.MarkId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every method of every service, asked by every role and by nobody: who may is let through, and nobody else is. */
@Tag("quick")
class RolesIT extends InContainer {

    @Inject
    private BeanManager beans;

    @Inject
    private Attempts attempts;

    @Test
    void eachRoleReachesWhatItMayAndNothingElse() {
        Cast cast = Cast.of(hospital);
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            matrix(cast, role).forEach(attempt -> {
                boolean reached = Refusals.isReached(() -> cast.as(role).does(attempt.call()));
                if (reached != attempt.isOpenTo(role)) {
                    wrong.add(role + (reached ? " reaches " : " does not reach ") + attempt.method());
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoHasNotSignedInReachesOnlyTheWayIn() {
        assertThat(matrix(Cast.of(hospital), Role.PATIENT)
                        .filter(attempt -> Refusals.isReached(attempt.call()))
                        .map(Attempt::method))
                .containsExactlyInAnyOrder(
                        "SignInService.signIn",
                        "SignInService.originOf",
                        "SignInService.isStillActive",
                        "SignInService.rememberDevice",
                        "SignInService.noteSignIn",
                        "VisitTrailService.ended",
                        "SecondStepService.find",
                        "SecondStepService.ways",
                        "SecondStepService.answer",
                        "SecondStepService.setUp",
                        "SecondStepService.confirm",
                        "TimeZoneService.of",
                        "TimeZoneService.chosenBy",
                        "TimeZoneService.remember",
                        "RegistrationService.register",
                        "RegistrationService.address",
                        "RegistrationService.confirm",
                        "PasswordResetService.request",
                        "PasswordResetService.find",
                        "PasswordResetService.reset",
                        "PasskeySignInService.begin",
                        "PasskeySignInService.finish",
                        "PasskeySignInService.beginStep",
                        "PasskeySignInService.finishStep",
                        "PasskeySignInService.beginSetUp",
                        "PasskeySignInService.finishSetUp",
                        "InvitationService.find",
                        "InvitationService.accept",
                        "FreshService.signedIn",
                        "AddressChangeService.address",
                        "AddressChangeService.confirm",
                        "LiveService.version",
                        "LiveService.audienceOf",
                        "LiveService.signedOut");
    }

    /** A method that is added has to be added there. */
    @Test
    void theMatrixHasEveryMethod() {
        Set<String> methods = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.getName().startsWith("org.consilium.") && !type.isInterface())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Requires.class) && !method.isBridge())
                .map(RolesIT::name)
                .collect(Collectors.toSet());
        assertThat(matrix(Cast.of(hospital), Role.PATIENT).map(Attempt::method))
                .containsExactlyInAnyOrderElementsOf(methods);
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** All attempts, on records that a person of this role reaches if anybody of the role does. */
    private Stream<Attempt> matrix(Cast cast, Role role) {
        boolean clinician = role == Role.NURSE || role == Role.DOCTOR;
        ConsultationId consultation = submittedBy(cast.patient());
        ImageId image = uploadedBy(clinician ? cast.as(role) : cast.patient());
        EmergencyId emergency = emergencyOf(clinician ? cast.as(role) : null, cast.patient());
        return Stream.of(
                        attempts.general().stream(),
                        attempts.care().onConsultation(consultation).stream(),
                        attempts.care().onImage(image).stream(),
                        attempts.care().onSentImage(sentBy(cast.patient())).stream(),
                        attempts.accounts().onAccount(hospital.patient().account()).stream(),
                        Stream.of(attempts.care().onCover(coverOf(cast.as(clinician ? role : Role.NURSE)))),
                        Stream.of(attempts.care()
                                .onAsking(askingOf(cast.as(clinician ? role : Role.NURSE), consultation))),
                        attempts.accounts().onLetters(givenUp(), givenUp()).stream(),
                        attempts.privacy().onEmergency(emergency).stream(),
                        attempts.care().onOwnEmergency(emergency).stream(),
                        attempts.privacy().onReview(findingOf(hospital.doctor(Hospital.SKIN), cast.patient())).stream(),
                        Stream.of(attempts.privacy().onMark(markOf(hospital.patient(), cast.privacyOfficer()))),
                        attempts.signIns().onOwnPasskeys().stream(),
                        attempts.signIns().onPasskey(passkeyOf(cast.as(role))).stream(),
                        attempts
                                .privacy()
                                .onPrivacy(cast.patient().account(), accessTo(cast), questionOf(cast))
                                .stream(),
                        attempts.accounts().onClosing(closingOf(hospital.patient())).stream(),
                        attempts.accounts().onFactorReset(resetOf(cast.patient())).stream(),
                        Stream.of(attempts.accounts().onAppointment(hospital.propose(AccountAttempts.newcomer()))),
                        attempts.signIns().personal(cast.patient()))
                .flatMap(each -> each);
    }

    /** Somebody is covered by a colleague. */
    private CoverId coverOf(Actor clinician) {
        long colleague = hospital.nurse(Hospital.SKIN).key();
        return new CoverId(rows.grant().cover(clinician.key(), colleague, "1 DAY", "2 DAY"));
    }

    /** Somebody is asked into a consultation. */
    private AskingId askingOf(Actor clinician, ConsultationId consultation) {
        return new AskingId(rows.grant().asking(consultation.value(), clinician.key(), clinician.key()));
    }

    /** A letter that was given up. */
    private LetterId givenUp() {
        String id = PublicIds.next();
        rows.change(
                "insert into letter (public_id, kind, recipient, created_at, attempts, failure, version)"
                        + " values (?, 'INVITATION', 'nobody@example.org', utc_timestamp(6), 1, 'REFUSED', 0)",
                id);
        return new LetterId(id);
    }

    /** An emergency access that a clinician has opened, or without one, that has ended. */
    private EmergencyId emergencyOf(@Nullable Actor clinician, Actor patient) {
        return new EmergencyId(
                clinician == null
                        ? rows.grant()
                                .endedEmergency(hospital.firstAdministrator().key(), patient.key())
                        : rows.grant().emergency(clinician.key(), patient.key()));
    }

    private FindingId findingOf(Actor clinician, Actor patient) {
        String id = PublicIds.next();
        rows.change(
                "insert into review_finding (public_id, rule_name, account_id, patient_id, subject, day, why, numbers, kind,"
                        + " entries, first_at, last_at, found_at, due_at, version) values (?, 'SAME_SURNAME', ?, ?, ?,"
                        + " utc_date(), 'SURNAME', '', 'VIEW', 1, utc_timestamp(6), utc_timestamp(6), utc_timestamp(6),"
                        + " utc_timestamp(6) + interval 3 day, 1)",
                id,
                clinician.key(),
                patient.key(),
                patient.key());
        return new FindingId(id);
    }

    private MarkId markOf(Actor patient, Actor officer) {
        String id = PublicIds.next();
        rows.change(
                "insert into patient_mark (public_id, patient_id, kind, marked_by, marked_at)"
                        + " values (?, ?, 'VIP', ?, utc_timestamp(6))",
                id,
                patient.key(),
                officer.key());
        return new MarkId(id);
    }

    /** A request of the first administrator to remove the second factors of somebody. */
    private FactorResetId resetOf(Actor owner) {
        String id = PublicIds.next();
        rows.change(
                "insert into factor_reset (public_id, account_id, email, reason, in_person, requested_by, requested_at,"
                        + " version) values (?, ?, ?, 'Passport', 0, ?, utc_timestamp(6), 0)",
                id,
                owner.key(),
                owner.email(),
                hospital.firstAdministrator().key());
        return new FactorResetId(id);
    }

    /** An entry of the trail: a doctor has seen the record of the patient. */
    private TrailPosition accessTo(Cast cast) {
        String entry = rows.only("select database()") + "_trail.entry";
        String node = PublicIds.next();
        rows.change(
                "insert into " + entry + " (at, kind, action, outcome, account, role, patient, node)"
                        + " values ('2026-01-02 03:04:05', 'VIEW', 'READ_CONSULTATION', 'DONE', ?, 'DOCTOR', ?, ?)",
                cast.doctor().key(),
                cast.patient().key(),
                node);
        long id = Long.parseLong(rows.only("select id from " + entry + " where node = ?", node));
        return new TrailPosition(Instant.parse("2026-01-02T03:04:05Z"), id);
    }

    private QuestionId questionOf(Cast cast) {
        String id = PublicIds.next();
        rows.change(
                "insert into privacy_question (public_id, patient_id, entry_id, entry_at, staff_id, question, asked_at,"
                        + " form_key, version) values (?, ?, 1, utc_timestamp(6), ?, 'Why?', utc_timestamp(6), ?, 0)",
                id,
                cast.patient().key(),
                cast.doctor().key(),
                Forms.key());
        return new QuestionId(id);
    }

    /** A request of somebody to close their account. */
    private ClosingRequestId closingOf(Actor owner) {
        String id = PublicIds.next();
        rows.change(
                "insert into closing_request (public_id, account_id, requested_at, version)"
                        + " values (?, ?, utc_timestamp(6), 0)",
                id,
                owner.key());
        return new ClosingRequestId(id);
    }

    /** One that no device has. */
    private PasskeyId passkeyOf(Actor owner) {
        String id = PublicIds.next();
        rows.change(
                "insert into passkey (public_id, account_id, user_handle, credential_id, credential_hash, public_key,"
                        + " sign_count, name, transports, backup_eligible, backed_up, created_at, version)"
                        + " values (?, ?, repeat('h', 32), 'id', sha2(?, 256), 'key', 0, 'My phone', '', 1, 1,"
                        + " utc_timestamp(6), 0)",
                id,
                owner.key(),
                id);
        return new PasskeyId(id);
    }

    private ImageId uploadedBy(Actor owner) {
        return photo(owner);
    }

    private ImageId sentBy(Actor patient) {
        ImageId image = uploadedBy(patient);
        var unused = patient.asks(
                () -> consultations.submit(Forms.consultation("With a photo", Severity.MILD, List.of(image))));
        return image;
    }
}
