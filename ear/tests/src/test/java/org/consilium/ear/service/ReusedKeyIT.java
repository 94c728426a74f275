package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.consilium.consultation.BodySite.ARM;
import static org.consilium.consultation.BodySite.LEG;
import static org.consilium.consultation.Severity.MODERATE;
import static org.consilium.consultation.Severity.SEVERE;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.consultation.BodyPin;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ImageDetailsService;
import org.consilium.consultation.NewConsultation;
import org.consilium.consultation.NewMessage;
import org.consilium.consultation.NewStaffNote;
import org.consilium.consultation.SentImage;
import org.consilium.ear.service.Together.Outcome;
import org.consilium.form.FormReusedException;
import org.consilium.image.ImageId;
import org.consilium.image.annotation.AnnotationService;
import org.consilium.image.annotation.NewAnnotation;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The key of a form that was sent is refused with any other content, and nothing is stored. */
class ReusedKeyIT extends InContainer {

    @Inject
    private AnnotationService annotations;

    @Inject
    private ImageDetailsService details;

    private Actor patient;
    private Actor doctor;

    @BeforeEach
    void people() {
        patient = hospital.patient();
        doctor = hospital.doctor(Hospital.GENERAL_CARE);
    }

    @Test
    void aKeyWithOtherWordsIsRefused() {
        ConsultationId id = inCare(patient, doctor);
        NewMessage form = Forms.message("Thank you.");
        patient.does(() -> consultations.write(id, form));

        assertReused(() -> consultations.write(id, new NewMessage("Never mind.", List.of(), form.formKey())));
        assertThat(messagesIn(id)).isEqualTo(2);
    }

    @Test
    void aKeyWithAnotherConsultationIsRefused() {
        ConsultationId id = inCare(patient, doctor);
        ConsultationId other = inCare(patient, doctor);
        NewMessage form = Forms.message("Thank you.");
        patient.does(() -> consultations.write(id, form));

        assertReused(() -> consultations.write(other, form));
        assertThat(messagesIn(other)).isEqualTo(1);
    }

    @Test
    void aKeySentToTwoConsultationsAtOnceIsRefusedByOne() {
        ConsultationId id = inCare(patient, doctor);
        ConsultationId other = inCare(patient, doctor);
        NewMessage form = Forms.message("Thank you.");
        List<Outcome<Boolean>> both = Together.run(List.of(
                patient.errand(() -> consultations.write(id, form)),
                patient.errand(() -> consultations.write(other, form))));
        assertThat(both).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(both).extracting(Outcome::failure).hasAtLeastOneElementOfType(FormReusedException.class);
        assertThat(messagesIn(id) + messagesIn(other)).isEqualTo(3);
    }

    @Test
    void aKeyWithOtherPhotosIsRefused() {
        ConsultationId id = inCare(patient, doctor);
        SentImage photo = SentImage.of(photo(patient, SamplePhotos.png(8, 8)));
        SentImage other = SentImage.of(photo(patient, SamplePhotos.png(9, 8)));
        SentImage described = new SentImage(photo.id(), "The elbow", null);
        SentImage pinned = new SentImage(photo.id(), null, new BodyPin(BodyPin.Side.FRONT, 1, 2));
        String key = Forms.key();
        patient.does(() -> consultations.write(id, new NewMessage("See here", List.of(photo), key)));

        Stream.of(List.<SentImage>of(), List.of(other), List.of(photo, other), List.of(described), List.of(pinned))
                .forEach(
                        photos -> assertReused(() -> consultations.write(id, new NewMessage("See here", photos, key))));
        assertThat(messagesIn(id)).isEqualTo(2);
    }

    @Test
    void aKeyWithAnotherNewConsultationIsRefused() {
        NewConsultation form = Forms.consultation();
        ConsultationId id = patient.asks(() -> consultations.submit(form));
        String title = form.title();
        String words = form.description();
        String key = form.formKey();
        LocalDate monday = LocalDate.of(2024, 1, 1);
        List<SentImage> none = List.of();

        Stream.of(
                        new NewConsultation("Sore elbow", words, ARM, null, MODERATE, none, key),
                        new NewConsultation(title, "On Tuesday.", ARM, null, MODERATE, none, key),
                        new NewConsultation(title, words, LEG, null, MODERATE, none, key),
                        new NewConsultation(title, words, ARM, monday, MODERATE, none, key),
                        new NewConsultation(title, words, ARM, null, SEVERE, none, key),
                        new NewConsultation(title, words, ARM, null, MODERATE, photos(), key))
                .forEach(other -> assertReused(() -> consultations.submit(other)));
        assertReused(() -> consultations.write(id, new NewMessage("More", none, key)));
        assertThat(consultationsOf(patient)).isEqualTo(1);
        assertThat(messagesIn(id)).isEqualTo(1);
    }

    private List<SentImage> photos() {
        return List.of(SentImage.of(photo(patient)));
    }

    @Test
    void aKeyWithAnotherNoteIsRefused() {
        ConsultationId id = inCare(patient, doctor);
        ConsultationId other = inCare(patient, doctor);
        NewStaffNote form = Forms.note("Ask for the allergy.");
        doctor.does(() -> consultations.note(id, form));

        assertReused(doctor, () -> consultations.note(id, new NewStaffNote("Ask for the dose.", form.formKey())));
        assertReused(doctor, () -> consultations.note(other, form));
        assertThat(read(doctor, id).notes()).hasSize(1);
        assertThat(read(doctor, other).notes()).isEmpty();
    }

    @Test
    void aKeyWithAnotherAnnotationIsRefused() {
        ImageId image = photo(patient, SamplePhotos.png(8, 8));
        ImageId other = photo(patient, SamplePhotos.png(9, 8));
        var unused = patient.asks(
                () -> consultations.submit(Forms.consultation("Two photos", MODERATE, List.of(image, other))));
        NewAnnotation form = Forms.annotation("Here");
        doctor.does(() -> annotations.add(image, form));

        assertReused(doctor, () -> annotations.add(other, form));
        NewAnnotation changed = new NewAnnotation(Forms.annotation("There").drawing(), form.formKey());
        assertReused(doctor, () -> annotations.add(image, changed));
        assertThat(doctor.asks(() -> details.get(image)).annotations()).hasSize(1);
        assertThat(doctor.asks(() -> details.get(other)).annotations()).isEmpty();
    }

    private void assertReused(Runnable step) {
        assertReused(patient, step);
    }

    private static void assertReused(Actor author, Runnable step) {
        assertThatExceptionOfType(FormReusedException.class).isThrownBy(() -> author.does(step));
    }
}
