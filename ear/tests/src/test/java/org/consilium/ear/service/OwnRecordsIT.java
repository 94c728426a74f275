package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.access.RecordId;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.account.AccountId;
import org.consilium.account.AppointmentId;
import org.consilium.account.closing.ClosingRequestId;
import org.consilium.account.passkey.PasskeyId;
import org.consilium.account.recovery.FactorResetId;
import org.consilium.care.TeamId;
import org.consilium.care.cover.CoverId;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.team.AskingId;
import org.consilium.emergency.EmergencyId;
import org.consilium.image.ImageId;
import org.consilium.mail.LetterId;
import org.consilium.privacy.question.QuestionId;
import org.consilium.review.FindingId;
import org.consilium.review.mark.MarkId;
import org.junit.jupiter.api.Test;

/** Nobody reaches the records of another person of the same role; {@link ReachMatrixIT} is about consultations. */
class OwnRecordsIT extends InContainer {

    private static final Set<Class<? extends RecordId>> OF_ONE_PERSON =
            Set.of(CoverId.class, AskingId.class, EmergencyId.class, PasskeyId.class);

    private static final Set<Class<? extends RecordId>> OF_A_CONSULTATION = Set.of(ConsultationId.class, ImageId.class);

    /** Each administrator, or privacy officer, works with all of them. */
    private static final Set<Class<? extends RecordId>> OF_A_ROLE = Set.of(
            AccountId.class,
            AppointmentId.class,
            ClosingRequestId.class,
            FactorResetId.class,
            FindingId.class,
            LetterId.class,
            MarkId.class,
            QuestionId.class,
            TeamId.class);

    @Inject
    private BeanManager beans;

    @Inject
    private Attempts attempts;

    @Inject
    private StoredRecords records;

    @Test
    void nobodyElseOfTheSameRoleReachesIt() {
        Actor patient = hospital.patient();
        ConsultationId consultation = submittedBy(patient);
        for (Role role : List.of(Role.NURSE, Role.DOCTOR)) {
            Actor owner = clinician(role);
            Actor stranger = clinician(role);
            Stream.of(
                            Stream.of(attempts.care().onCover(records.cover(owner))),
                            Stream.of(attempts.care().onAsking(records.asking(owner, consultation))),
                            attempts.care().onOwnEmergency(records.emergency(owner, patient)).stream(),
                            attempts.signIns().onPasskey(records.passkey(owner)).stream())
                    .flatMap(each -> each)
                    .forEach(attempt -> Refusals.assertNotFound(
                            role + " at " + attempt.method(), () -> stranger.does(attempt.call())));
        }
    }

    private Actor clinician(Role role) {
        return role == Role.NURSE ? hospital.nurse(Hospital.SKIN) : hospital.doctor(Hospital.SKIN);
    }

    @Test
    void noOfficerReviewsThemselves() {
        Actor officer = hospital.privacyOfficer();
        Actor patient = hospital.patient();
        attempts.privacy()
                .onReview(records.finding(officer, patient))
                .forEach(attempt -> Refusals.assertNotFound(attempt.method(), () -> officer.does(attempt.call())));
    }

    /** A kind of record that is added has to be added here. */
    @Test
    void everyKindOfRecordIsOneOfThese() {
        Set<Class<?>> kinds = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.getName().startsWith("org.consilium.") && !type.isInterface())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Requires.class)
                        && method.getAnnotation(Requires.class).value().isOnRecord())
                .map(method -> Arrays.stream(method.getParameterTypes())
                        .filter(RecordId.class::isAssignableFrom)
                        .filter(type -> type != RecordId.class)
                        .findFirst())
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        assertThat(Stream.of(OF_ONE_PERSON, OF_A_CONSULTATION, OF_A_ROLE).flatMap(Set::stream))
                .containsAll(kinds.stream()
                        .map(kind -> kind.asSubclass(RecordId.class))
                        .toList());
    }
}
