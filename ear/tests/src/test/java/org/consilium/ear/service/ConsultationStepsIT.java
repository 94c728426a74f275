package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationThread;
import org.consilium.consultation.IllegalStepException;
import org.consilium.consultation.Status;
import org.consilium.consultation.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The way of a consultation through its states, and that no step can be taken where it does not belong. */
@Tag("quick")
class ConsultationStepsIT extends InContainer {

    private Actor patient;
    private Actor doctor;

    @BeforeEach
    void people() {
        patient = hospital.patient();
        doctor = hospital.doctor(Hospital.GENERAL_CARE);
    }

    @Test
    void goesFromTheFirstMessageToTheSummaryAndOpensAgain() {
        ConsultationId id = submittedBy(patient);
        assertThat(read(patient, id).status()).isEqualTo(Status.SUBMITTED);

        doctor.does(() -> consultations.take(id));
        assertThat(read(patient, id))
                .returns(Status.IN_PROGRESS, ConsultationThread::status)
                .returns(doctor.fullName(), ConsultationThread::clinician);

        doctor.does(() -> consultations.write(id, Forms.message("Does it hurt?")));
        assertThat(read(patient, id).status()).isEqualTo(Status.WAITING_FOR_PATIENT);

        patient.does(() -> consultations.write(id, Forms.message("Not any more.")));
        assertThat(read(patient, id).status()).isEqualTo(Status.IN_PROGRESS);

        close(doctor, id);
        ConsultationThread closed = read(patient, id);
        assertThat(closed.status()).isEqualTo(Status.CLOSED);
        assertThat(closed.entries())
                .extracting(ConsultationThread.Entry::body)
                .containsExactly("It began on Monday.", "Does it hurt?", "Not any more.", "A harmless rash.");
        assertThat(closed.entries().get(3).instructions()).isEqualTo("Apply the cream twice a day.");

        patient.does(() -> consultations.write(id, Forms.message("It is back.")));
        assertThat(read(patient, id))
                .returns(Status.IN_PROGRESS, ConsultationThread::status)
                .returns(doctor.fullName(), ConsultationThread::clinician)
                .returns(null, ConsultationThread::reopensUntil);
    }

    @Test
    void goesToTheOtherTeamWhenHandedOver() {
        Actor dermatologist = hospital.doctor(Hospital.SKIN);
        ConsultationId id = inCare(patient, doctor);

        doctor.does(() -> consultations.handOver(id, Hospital.SKIN));
        assertThat(read(dermatologist, id))
                .returns(Status.SUBMITTED, ConsultationThread::status)
                .returns("Skin", ConsultationThread::team)
                .returns(null, ConsultationThread::clinician);

        dermatologist.does(() -> consultations.take(id));
        assertThat(read(patient, id).clinician()).isEqualTo(dermatologist.fullName());
    }

    @Test
    void opensAgainForThirtyDaysAndNotLater() {
        ConsultationId id = inCare(patient, doctor);
        close(doctor, id);

        closedBefore(id, Duration.ofDays(30).plusMinutes(1));
        assertThat(read(patient, id).steps()).isEmpty();
        assertRefused(Step.WRITE, Status.CLOSED, id, patient, () -> consultations.write(id, Forms.message("Hello?")));

        closedBefore(id, Duration.ofDays(30).minusMinutes(1));
        assertThat(read(patient, id).steps()).containsExactly(Step.WRITE);
        patient.does(() -> consultations.write(id, Forms.message("Hello?")));
        assertThat(read(patient, id).status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void refusesStepsThatNeedAClinicianBeforeThereIsOne() {
        ConsultationId id = submittedBy(patient);
        long version = read(doctor, id).version();

        assertRefused(Step.WRITE, Status.SUBMITTED, id, doctor, () -> consultations.write(id, Forms.message("Hello")));
        assertRefused(Step.CLOSE, Status.SUBMITTED, id, doctor, () -> consultations.close(id, Forms.closing(version)));
    }

    @Test
    void refusesEveryStepOfAClinicianOnceClosed() {
        ConsultationId id = inCare(patient, doctor);
        close(doctor, id);
        long version = read(doctor, id).version();

        assertRefused(Step.TAKE, Status.CLOSED, id, doctor, () -> consultations.take(id));
        assertRefused(Step.WRITE, Status.CLOSED, id, doctor, () -> consultations.write(id, Forms.message("Hello")));
        assertRefused(Step.CLOSE, Status.CLOSED, id, doctor, () -> consultations.close(id, Forms.closing(version)));
        assertRefused(Step.HAND_OVER, Status.CLOSED, id, doctor, () -> consultations.handOver(id, Hospital.SKIN));
    }

    private void assertRefused(Step step, Status status, ConsultationId id, Actor actor, Runnable call) {
        String before = stored(id);
        assertThatExceptionOfType(IllegalStepException.class)
                .isThrownBy(() -> actor.does(call))
                .returns(step, IllegalStepException::step)
                .returns(status, IllegalStepException::status);
        assertThat(stored(id)).isEqualTo(before);
    }

    /** All that a step could change. */
    private String stored(ConsultationId id) {
        return rows.only(
                "select concat_ws(' ', c.status, c.version, c.team_id, c.clinician_id, c.last_activity_at, c.closed_at,"
                        + " (select count(*) from message m where m.consultation_id = c.id),"
                        + " (select count(*) from after_visit_summary s where s.consultation_id = c.id))"
                        + " from consultation c where c.public_id = ?",
                id.value());
    }

    private void closedBefore(ConsultationId id, Duration time) {
        rows.change(
                "update consultation set closed_at = ? where public_id = ?",
                Timestamp.from(Instant.now().minus(time)),
                id.value());
    }
}
