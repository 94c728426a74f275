package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationSummary;
import org.consilium.consultation.QueueFilter;
import org.consilium.consultation.QueueService;
import org.consilium.consultation.QueueView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much is unread: for each reader their own number, of whatever others wrote for them, until they look. */
class UnreadIT extends InContainer {

    @Inject
    private QueueService queue;

    private Actor patient;
    private Actor doctor;
    private Actor nurse;
    private ConsultationId id;

    @BeforeEach
    void consultation() {
        patient = hospital.patient();
        doctor = hospital.doctor(Hospital.GENERAL_CARE);
        nurse = hospital.nurse(Hospital.GENERAL_CARE);
        id = inCare(patient, doctor);
    }

    @Test
    void countsForEachReaderWhatOthersWrote() {
        assertUnread(0, 1, 1);
        doctor.does(() -> consultations.write(id, Forms.message("Does it hurt?")));
        doctor.does(() -> consultations.write(id, Forms.message("And since when?")));
        assertUnread(2, 1, 3);
        patient.does(() -> consultations.write(id, Forms.message("A little.")));
        assertUnread(2, 2, 4);
    }

    @Test
    void isResetByReadingForWhoReads() {
        doctor.does(() -> consultations.write(id, Forms.message("Does it hurt?")));
        read(patient, id);
        assertUnread(0, 1, 2);
        read(nurse, id);
        assertUnread(0, 1, 0);

        patient.does(() -> consultations.write(id, Forms.message("A little.")));
        assertUnread(0, 2, 1);
        read(doctor, id);
        assertUnread(0, 0, 1);
    }

    @Test
    void aClosingWithInstructionsIsNewForThePatientAndTheOtherClinicians() {
        close(doctor, id);
        assertUnread(1, 0, 2);
        read(patient, id);
        assertUnread(0, 0, 2);
        read(nurse, id);
        assertUnread(0, 0, 0);
    }

    @Test
    void aNoteIsNewForTheOtherCliniciansAndNotForThePatient() {
        read(doctor, id);
        assertUnread(0, 0, 1);
        nurse.does(() -> consultations.note(id, Forms.note("Ask for the allergy.")));
        assertUnread(0, 1, 1);
        read(doctor, id);
        assertUnread(0, 0, 1);
    }

    @Test
    void eachKindIsReadUpToItsOwnPlace() {
        close(doctor, id);
        read(patient, id);
        patient.does(() -> consultations.write(id, Forms.message("It came back.")));
        doctor.does(() -> consultations.write(id, Forms.message("Please show me.")));
        assertUnread(1, 1, 4);
        close(doctor, id);
        assertUnread(2, 0, 5);
        read(patient, id);
        assertUnread(0, 0, 5);
    }

    @Test
    void aMessageThatComesBeforeOnesOwnStaysUnread() {
        doctor.does(() -> consultations.write(id, Forms.message("Does it hurt?")));
        patient.does(() -> consultations.write(id, Forms.message("Something else:")));
        patient.does(() -> consultations.write(id, Forms.message("it itches.")));
        doctor.does(() -> consultations.write(id, Forms.message("Since when?")));
        assertUnread(2, 3, 5);
    }

    @Test
    void whatOneMarksAsUnreadIsUnreadForThemAloneUntilTheyLook() {
        read(doctor, id);
        read(nurse, id);
        patient.does(() -> consultations.write(id, Forms.message("A little.")));
        read(doctor, id);
        assertUnread(0, 0, 1);
        doctor.does(() -> consultations.markUnread(id));
        doctor.does(() -> consultations.markUnread(id));
        assertUnread(0, 1, 1);
        patient.does(() -> consultations.write(id, Forms.message("And here.")));
        assertUnread(0, 2, 2);
        read(doctor, id);
        assertUnread(0, 0, 2);
    }

    @Test
    void whatIsUnreadAnywayStaysSoWhenItIsMarked() {
        patient.does(() -> consultations.write(id, Forms.message("A little.")));
        doctor.does(() -> consultations.markUnread(id));
        assertUnread(0, 2, 2);
    }

    @Test
    void looksAtEachConsultationByItself() {
        ConsultationId other = inCare(patient, doctor);
        doctor.does(() -> consultations.write(other, Forms.message("Does it hurt?")));
        assertThat(patient.asks(() -> queue.own(null)).rows())
                .extracting(ConsultationSummary::id, ConsultationSummary::unread)
                .containsExactlyInAnyOrder(tuple(other, 1L), tuple(id, 0L));
    }

    private void assertUnread(long ofPatient, long ofDoctor, long ofNurse) {
        assertThat(patient.asks(() -> queue.own(null)).rows())
                .extracting(ConsultationSummary::unread)
                .containsExactly(ofPatient);
        assertThat(unreadInQueue(doctor)).isEqualTo(ofDoctor);
        assertThat(unreadInQueue(nurse)).isEqualTo(ofNurse);
    }

    private long unreadInQueue(Actor clinician) {
        String name = patient.fullName().substring(patient.fullName().indexOf(' ') + 1);
        return Stream.of(QueueView.TEAM, QueueView.CLOSED)
                .map(view -> new QueueFilter(view, name, null))
                .flatMap(filter -> clinician.asks(() -> queue.queue(filter, null)).rows().stream())
                .mapToLong(ConsultationSummary::unread)
                .findFirst()
                .orElseThrow();
    }
}
