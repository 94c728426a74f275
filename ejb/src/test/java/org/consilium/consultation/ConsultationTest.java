package org.consilium.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A consultation goes from the patient's description to the summary, and takes no step out of turn. */
class ConsultationTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final long PATIENT = 1;
    private static final long TEAM = 2;
    private static final long CLINICIAN = 3;
    private static final long OTHER_TEAM = 4;

    @Test
    void isSubmittedTakenAnsweredAndClosed() {
        Consultation consultation = submitted();
        assertThat(consultation.status()).isEqualTo(Status.SUBMITTED);

        consultation.take(CLINICIAN, NOW);
        assertThat(consultation.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(consultation.clinicianKey()).isEqualTo(CLINICIAN);

        consultation.clinicianWrote(NOW);
        assertThat(consultation.status()).isEqualTo(Status.WAITING_FOR_PATIENT);

        consultation.patientWrote(NOW);
        assertThat(consultation.status()).isEqualTo(Status.IN_PROGRESS);

        consultation.close(NOW);
        assertThat(consultation.status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void opensAgainForItsClinicianWhenThePatientWritesInTime() {
        Consultation consultation = closed();
        Instant lastMoment = NOW.plus(Consultation.REOPENS_FOR).minusMillis(1);

        consultation.patientWrote(lastMoment);

        assertThat(consultation.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(consultation.clinicianKey()).isEqualTo(CLINICIAN);
        assertThat(consultation.waitingSince()).isEqualTo(lastMoment);
        assertThat(consultation.reopensUntil()).isNull();
    }

    @Test
    void keepsTheOrderOfItsStepsWhenTheClockOfOneNodeIsBehind() {
        Consultation consultation = submitted();
        consultation.patientWrote(NOW.plusSeconds(90));
        Instant before = consultation.lastActivityAt();

        consultation.patientWrote(NOW);

        assertThat(consultation.lastActivityAt()).isAfter(before).isBefore(before.plusMillis(1));
    }

    @Test
    void staysClosedAfterThirtyDays() {
        Consultation consultation = closed();
        Instant late = NOW.plus(Duration.ofDays(30));

        assertThatExceptionOfType(IllegalStepException.class).isThrownBy(() -> consultation.patientWrote(late));
        assertThat(consultation.stepsOfPatient(late)).isEmpty();
        assertThat(consultation.status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void waitsFromWhenThePatientWroteNotFromTheirSecondMessage() {
        Consultation consultation = submitted();
        consultation.take(CLINICIAN, NOW);
        consultation.clinicianWrote(NOW.plusSeconds(60));

        consultation.patientWrote(NOW.plusSeconds(120));
        consultation.patientWrote(NOW.plusSeconds(180));

        assertThat(consultation.waitingSince()).isEqualTo(NOW.plusSeconds(120));
        assertThat(consultation.lastActivityAt()).isEqualTo(NOW.plusSeconds(180));
    }

    @Test
    void isAnybodysInTheNextTeamAfterItWasHandedOver() {
        Consultation consultation = submitted();
        consultation.take(CLINICIAN, NOW);

        consultation.handOver(OTHER_TEAM, NOW);

        assertThat(consultation.teamKey()).isEqualTo(OTHER_TEAM);
        assertThat(consultation.clinicianKey()).isNull();
        assertThat(consultation.status()).isEqualTo(Status.SUBMITTED);
    }

    @ParameterizedTest
    @MethodSource("illegalSteps")
    void refusesByNameWhatIsNotItsTurn(Consultation consultation, Step step, Consumer<Consultation> taken) {
        Status before = consultation.status();

        assertThatExceptionOfType(IllegalStepException.class)
                .isThrownBy(() -> taken.accept(consultation))
                .satisfies(refused -> assertThat(refused.step()).isEqualTo(step))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(before));
        assertThat(consultation.status()).isEqualTo(before);
    }

    static Stream<Arguments> illegalSteps() {
        Consumer<Consultation> take = consultation -> consultation.take(CLINICIAN, NOW);
        Consumer<Consultation> answer = consultation -> consultation.clinicianWrote(NOW);
        Consumer<Consultation> close = consultation -> consultation.close(NOW);
        Consumer<Consultation> handOver = consultation -> consultation.handOver(OTHER_TEAM, NOW);
        return Stream.of(
                Arguments.of(submitted(), Step.WRITE, answer),
                Arguments.of(submitted(), Step.CLOSE, close),
                Arguments.of(taken(), Step.TAKE, take),
                Arguments.of(closed(), Step.TAKE, take),
                Arguments.of(closed(), Step.WRITE, answer),
                Arguments.of(closed(), Step.CLOSE, close),
                Arguments.of(closed(), Step.HAND_OVER, handOver));
    }

    /** What the page offers is exactly what the consultation accepts. */
    @ParameterizedTest
    @MethodSource("everyStatus")
    void offersCliniciansWhatItAccepts(Consultation consultation, Set<Step> offered) {
        assertThat(consultation.stepsOfClinician()).isEqualTo(offered);
    }

    static Stream<Arguments> everyStatus() {
        return Stream.of(
                Arguments.of(submitted(), Set.of(Step.TAKE, Step.HAND_OVER)),
                Arguments.of(taken(), Set.of(Step.WRITE, Step.HAND_OVER, Step.CLOSE)),
                Arguments.of(closed(), Set.of()));
    }

    private static Consultation submitted() {
        NewConsultation form = new NewConsultation(
                "Itchy rash", "Since Friday", BodySite.ARM, null, Severity.MODERATE, List.of(), "key");
        return new Consultation(PATIENT, TEAM, form, form.sent(""), NOW);
    }

    private static Consultation taken() {
        Consultation consultation = submitted();
        consultation.take(CLINICIAN, NOW);
        return consultation;
    }

    private static Consultation closed() {
        Consultation consultation = taken();
        consultation.close(NOW);
        return consultation;
    }
}
