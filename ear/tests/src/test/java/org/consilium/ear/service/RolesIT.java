package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.Severity;
import org.consilium.emergency.EmergencyId;
import org.consilium.image.ImageId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every method of every service, asked by every role and by nobody: who may is let through, and nobody else is. */
@Tag("quick")
class RolesIT extends InContainer {

    @Inject
    private BeanManager beans;

    @Inject
    private Attempts attempts;

    @Inject
    private StoredRecords records;

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
        EmergencyId emergency = records.emergency(clinician ? cast.as(role) : null, cast.patient());
        return Stream.of(
                        attempts.general().stream(),
                        attempts.care().onConsultation(consultation).stream(),
                        attempts.care().onImage(image).stream(),
                        attempts.care().onSentImage(sentBy(cast.patient())).stream(),
                        attempts.accounts().onAccount(hospital.patient().account()).stream(),
                        Stream.of(attempts.care().onCover(records.cover(cast.as(clinician ? role : Role.NURSE)))),
                        Stream.of(attempts.care()
                                .onAsking(records.asking(cast.as(clinician ? role : Role.NURSE), consultation))),
                        attempts.accounts().onLetters(records.letterGivenUp(), records.letterGivenUp()).stream(),
                        attempts.privacy().onEmergency(emergency).stream(),
                        attempts.care().onOwnEmergency(emergency).stream(),
                        attempts
                                .privacy()
                                .onReview(records.finding(hospital.doctor(Hospital.SKIN), cast.patient()))
                                .stream(),
                        Stream.of(attempts.privacy().onMark(records.mark(hospital.patient(), cast.privacyOfficer()))),
                        attempts.signIns().onOwnPasskeys().stream(),
                        attempts.signIns().onPasskey(records.passkey(cast.as(role))).stream(),
                        attempts.privacy().onPrivacy(cast.patient().account(), records.access(cast)).stream(),
                        attempts.privacy().onQuestion(records.question(cast.patient(), cast.doctor())).stream(),
                        attempts.accounts().onClosing(records.closing(hospital.patient())).stream(),
                        attempts.accounts().onFactorReset(records.factorReset(cast.patient())).stream(),
                        Stream.of(attempts.accounts().onAppointment(hospital.propose(AccountAttempts.newcomer()))),
                        attempts.signIns().personal(cast.patient()))
                .flatMap(each -> each);
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
