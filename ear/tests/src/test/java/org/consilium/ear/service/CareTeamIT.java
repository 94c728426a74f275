package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.consilium.care.cover.CoverService;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.Severity;
import org.consilium.consultation.Step;
import org.consilium.consultation.team.AskingService;
import org.consilium.image.ImageId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody may do who was asked in, and who is on the care team. */
class CareTeamIT extends InContainer {

    /** What only the care team does. */
    private static final Set<String> DECIDING = Set.of(
            "ConsultationService.take",
            "ConsultationService.handOver",
            "ConsultationService.close",
            "AskingService.ask",
            "ImageService.original",
            "AnnotationService.add");

    @Inject
    private Attempts attempts;

    @Inject
    private AskingService askings;

    @Inject
    private CoverService covers;

    private Actor patient;
    private Actor doctor;
    private Actor colleague;
    private ImageId image;
    private ConsultationId id;

    @BeforeEach
    void asked() {
        patient = hospital.patient();
        doctor = hospital.doctor(Hospital.GENERAL_CARE);
        colleague = hospital.doctor(Hospital.SKIN);
        image = photo(patient);
        id = patient.asks(
                () -> consultations.submit(Forms.consultation("With a photo", Severity.MILD, List.of(image))));
        doctor.does(() -> consultations.take(id));
        doctor.does(() -> askings.ask(id, Forms.asking(colleague.email())));
    }

    @Test
    void whoWasAskedInReadsAndWritesAndDecidesNothing() {
        List<Attempt> all = attempts.care().onConsultation(id);
        all.forEach(this::assertAsExpected);
        attempts.care().onSentImage(image).forEach(this::assertAsExpected);
        assertThat(read(colleague, id).steps()).containsExactly(Step.WRITE);
        assertThat(read(doctor, id).steps()).contains(Step.CLOSE, Step.HAND_OVER);
    }

    private void assertAsExpected(Attempt attempt) {
        if (DECIDING.contains(attempt.method())) {
            Refusals.assertNotFound(attempt.method(), () -> colleague.does(attempt.call()));
        } else {
            colleague.does(attempt.call());
        }
    }

    @Test
    void anotherConsultationOfThePatientIsNotThere() {
        ConsultationId other = submittedBy(patient);
        Refusals.assertNotFound("another one", () -> read(colleague, other));
    }

    /** It stays theirs as long as a colleague covers; otherwise, a timer gives it back to the queue. */
    @Test
    void whoHasTakenItReachesItWhileTheyHaveIt() {
        Actor former = hospital.doctor(Hospital.GENERAL_CARE);
        ConsultationId taken = inCare(patient, former);
        former.does(() -> covers.give(Forms.cover(colleague.email())));
        rows.change("delete from team_member where clinician_id = ?", former.key());
        assertThat(read(former, taken).id()).isEqualTo(taken);
        assertThat(read(colleague, taken).id()).isEqualTo(taken);
        doctor.does(() -> consultations.handOver(taken, Hospital.GENERAL_CARE));
        Refusals.assertNotFound("handed over", () -> read(former, taken));
        Refusals.assertNotFound("handed over", () -> read(colleague, taken));
    }
}
