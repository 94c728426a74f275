package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.consultation.Severity.MODERATE;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ImageDetailsService;
import org.consilium.consultation.NewConsultation;
import org.consilium.consultation.NewMessage;
import org.consilium.consultation.NewStaffNote;
import org.consilium.consultation.SentImage;
import org.consilium.ear.service.Together.Outcome;
import org.consilium.image.ImageId;
import org.consilium.image.annotation.AnnotationService;
import org.consilium.image.annotation.NewAnnotation;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form that is sent more than once, one after the other or all at once, counts once; another form counts again. */
class IdempotencyIT extends InContainer {

    private static final int TIMES = 8;

    @Inject
    private AnnotationService annotations;

    @Inject
    private ImageDetailsService details;

    @Inject
    private UserTransaction transaction;

    private Actor patient;
    private Actor doctor;

    @BeforeEach
    void people() {
        patient = hospital.patient();
        doctor = hospital.doctor(Hospital.GENERAL_CARE);
    }

    @Test
    void oneFormIsOneConsultation() {
        NewConsultation form = Forms.consultation();
        ConsultationId first = patient.asks(() -> consultations.submit(form));
        ConsultationId second = patient.asks(() -> consultations.submit(form));
        assertThat(second).isEqualTo(first);
        assertThat(consultationsOf(patient)).isEqualTo(1);
        assertThat(messagesIn(first)).isEqualTo(1);

        assertThat(submittedBy(patient)).isNotEqualTo(first);
        assertThat(consultationsOf(patient)).isEqualTo(2);
    }

    @Test
    void oneFormSentByManyThreadsIsOneConsultation() {
        NewConsultation form = Forms.consultation();
        List<Outcome<ConsultationId>> outcomes = many(patient.task(() -> consultations.submit(form)));
        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes)
                .extracting(Outcome::value)
                .containsOnly(outcomes.get(0).value());
        assertThat(consultationsOf(patient)).isEqualTo(1);
    }

    @Test
    void theKeyOfAnotherPatientIsAnotherForm() {
        NewConsultation form = Forms.consultation();
        ConsultationId first = patient.asks(() -> consultations.submit(form));
        ConsultationId second = hospital.patient().asks(() -> consultations.submit(form));
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void oneFormIsOneMessage() {
        ConsultationId id = inCare(patient, doctor);
        NewMessage form = Forms.message("Thank you.");
        patient.does(() -> consultations.write(id, form));
        patient.does(() -> consultations.write(id, form));
        assertThat(messagesIn(id)).isEqualTo(2);

        patient.does(() -> consultations.write(id, Forms.message("Thank you.")));
        assertThat(messagesIn(id)).isEqualTo(3);
    }

    @Test
    void oneFormSentByManyThreadsIsOneMessage() {
        ConsultationId id = inCare(patient, doctor);
        NewMessage form = Forms.message("How are you?");
        assertThat(many(doctor.errand(() -> consultations.write(id, form)))).allMatch(Outcome::succeeded);
        assertThat(messagesIn(id)).isEqualTo(2);
    }

    /** What a transaction has read before must not hide what was stored meanwhile: REPEATABLE READ would. */
    @Test
    void aFormThatWasSentMeanwhileIsSeen() throws Exception {
        ConsultationId other = submittedBy(patient);
        ConsultationId id = submittedBy(patient);
        NewMessage form = Forms.message("Thank you.");
        Callable<Boolean> send = patient.errand(() -> consultations.write(id, form));
        transaction.begin();
        patient.does(() -> consultations.write(other, Forms.message("First this.")));
        assertThat(Together.run(List.of(send))).allMatch(Outcome::succeeded);
        patient.does(() -> consultations.write(id, form));
        transaction.commit();
        assertThat(messagesIn(id)).isEqualTo(2);
    }

    @Test
    void oneFormIsOneNote() {
        ConsultationId id = inCare(patient, doctor);
        NewStaffNote form = Forms.note("Ask for the allergy.");
        doctor.does(() -> consultations.note(id, form));
        doctor.does(() -> consultations.note(id, form));
        assertThat(read(doctor, id).notes()).hasSize(1);

        doctor.does(() -> consultations.note(id, Forms.note("Ask for the allergy.")));
        assertThat(read(doctor, id).notes()).hasSize(2);
    }

    @Test
    void oneFormSentByManyThreadsIsOneNote() {
        ConsultationId id = inCare(patient, doctor);
        NewStaffNote form = Forms.note("Ask for the allergy.");
        assertThat(many(doctor.errand(() -> consultations.note(id, form)))).allMatch(Outcome::succeeded);
        assertThat(read(doctor, id).notes()).hasSize(1);
    }

    /** Without JavaScript, the file is uploaded again with the form, and has another id. */
    @Test
    void theSamePhotoUploadedAgainIsTheSameForm() {
        ConsultationId id = inCare(patient, doctor);
        String key = Forms.key();
        for (int time = 0; time < 2; time++) {
            ImageId photo = photo(patient, SamplePhotos.png(8, 8));
            patient.does(() -> consultations.write(id, new NewMessage("See here", List.of(SentImage.of(photo)), key)));
        }
        assertThat(messagesIn(id)).isEqualTo(2);
    }

    @Test
    void oneFormSentByManyThreadsIsOneAnnotation() {
        ImageId image = photo(patient);
        var unused = patient.asks(() -> consultations.submit(Forms.consultation("A photo", MODERATE, List.of(image))));
        NewAnnotation form = Forms.annotation("Here");
        assertThat(many(doctor.errand(() -> annotations.add(image, form)))).allMatch(Outcome::succeeded);
        assertThat(doctor.asks(() -> details.get(image)).annotations()).hasSize(1);
    }

    /** As during a rolling upgrade: the first attempt reached a node of the version before. */
    @Test
    void aFormThatTheVersionBeforeStoredIsFound() {
        ConsultationId id = inCare(patient, doctor);
        NewMessage form = Forms.message("Thank you.");
        patient.does(() -> consultations.write(id, form));
        rows.change("update message set form_key = null, content_sha256 = null where form_key = ?", form.formKey());

        patient.does(() -> consultations.write(id, form));
        assertThat(messagesIn(id)).isEqualTo(2);
    }

    private static <T> List<Outcome<T>> many(Callable<T> call) {
        return Together.run(Collections.nCopies(TIMES, call));
    }
}
