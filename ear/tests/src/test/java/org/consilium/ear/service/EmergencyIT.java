package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.consilium.access.FreshTicket;
import org.consilium.access.NotFreshException;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationSummary;
import org.consilium.consultation.ImageDetailsService;
import org.consilium.consultation.QueueService;
import org.consilium.consultation.Severity;
import org.consilium.consultation.Step;
import org.consilium.emergency.EmergencyId;
import org.consilium.emergency.EmergencyOpenException;
import org.consilium.emergency.EmergencyReason;
import org.consilium.emergency.EmergencyRow;
import org.consilium.emergency.NewEmergency;
import org.consilium.emergency.OpenEmergency;
import org.consilium.emergency.PatientSearch;
import org.consilium.image.ImageId;
import org.consilium.image.ImageService;
import org.consilium.image.annotation.AnnotationService;
import org.consilium.imaging.Rendition;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.Test;

/** In an emergency, a doctor of another team reaches the consultations of one patient, for a while and on record. */
class EmergencyIT extends InEmergency {

    @Inject
    private QueueService queue;

    @Inject
    private ImageService images;

    @Inject
    private ImageDetailsService details;

    @Inject
    private AnnotationService annotations;

    @Test
    void aSearchSaysHowManyThereAreAndNothingElse() {
        PatientSearch right = searchFor(patient);
        assertThat(doctor.asks(() -> emergencies.find(right))).isEqualTo(1);
        PatientSearch otherwise =
                new PatientSearch(right.lastName().toUpperCase(Locale.ROOT), right.firstName(), right.dateOfBirth());
        assertThat(doctor.asks(() -> emergencies.find(otherwise))).isEqualTo(1);
        PatientSearch wrongDay = new PatientSearch(right.firstName(), right.lastName(), Hospital.BIRTH.plusDays(1));
        assertThat(doctor.asks(() -> emergencies.find(wrongDay))).isZero();
        PatientSearch beginning =
                new PatientSearch(right.firstName(), right.lastName().substring(0, 5), right.dateOfBirth());
        assertThat(doctor.asks(() -> emergencies.find(beginning))).isZero();
        Actor clinician = hospital.doctor(Hospital.SKIN);
        assertThat(doctor.asks(() -> emergencies.find(searchFor(clinician))))
                .as("no patient")
                .isZero();
        isRefused(doctor, () -> consultations.read(consultation, null));

        assertThat(trail(doctor))
                .containsExactly(
                        "SEARCH FIND_PATIENT DONE results=1 kind=name-and-birth-date",
                        "SEARCH FIND_PATIENT DONE results=1 kind=name-and-birth-date",
                        "SEARCH FIND_PATIENT DONE results=0 kind=name-and-birth-date",
                        "SEARCH FIND_PATIENT DONE results=0 kind=name-and-birth-date",
                        "SEARCH FIND_PATIENT DONE results=0 kind=name-and-birth-date",
                        "VIEW READ_CONSULTATION REFUSED NOT_PERMITTED");
    }

    @Test
    void isOpenedByFreshAuthenticationAlone() {
        assertThatExceptionOfType(NotFreshException.class)
                .isThrownBy(() -> doctor.does(() -> emergencies.open(formFor(patient), FreshTicket.NONE)));
        assertThat(rows.count("emergency_access where clinician_id = ?", doctor.key()))
                .isZero();
        assertThat(trail(doctor)).containsExactly("EMERGENCY OPEN_EMERGENCY REFUSED NOT_FRESH");
    }

    @Test
    void opensNothingForANameThatIsNotThere() {
        NewEmergency second = new NewEmergency(searchFor(patient), 2, EmergencyReason.OTHER, WORDS);
        assertThat(doctor.asks(() -> emergencies.open(second, hospital.ticketOf(doctor))))
                .isEmpty();
        assertThat(rows.count("emergency_access where clinician_id = ?", doctor.key()))
                .isZero();
    }

    @Test
    void lastsForFourHoursAndTellsWhy() {
        EmergencyId id = open(doctor, patient);
        OpenEmergency open = doctor.asks(emergencies::current).orElseThrow();
        assertThat(open.id()).isEqualTo(id);
        assertThat(open.patient()).isEqualTo(patient.fullName());
        EmergencyRow row = row(id);
        assertThat(row.until()).isEqualTo(row.openedAt().plus(Duration.ofHours(4)));
        assertThat(row.letterDueAt()).isEqualTo(row.openedAt().plus(Duration.ofHours(24)));
        assertThat(row.clinician()).isEqualTo(doctor.fullName());
        assertThat(row.patient()).isEqualTo(patient.fullName());
        assertThat(row.reason()).isEqualTo(EmergencyReason.URGENT_TREATMENT);
        assertThat(row.words()).isEqualTo(WORDS);
        assertThat(trail(doctor)).containsExactly("EMERGENCY OPEN_EMERGENCY DONE URGENT_TREATMENT step=opened");
        assertThat(rows.count(
                        rows.only("select database()")
                                + "_trail.entry where record = ? and account = ? and patient = ?",
                        id.value(),
                        doctor.key(),
                        patient.key()))
                .isEqualTo(1);
    }

    @Test
    void letsReadAndWriteInAllConsultationsOfThePatient() {
        ConsultationId other = submittedBy(patient);
        rows.change(
                "update consultation set team_id = (select id from team where public_id <> ? and public_id <> ?"
                        + " order by id limit 1) where public_id = ?",
                Hospital.GENERAL_CARE.value(),
                Hospital.SKIN.value(),
                other.value());
        ConsultationId inCare = inCare(patient, hospital.doctor(Hospital.GENERAL_CARE));
        isRefused(doctor, () -> consultations.write(inCare, Forms.message("Can you hear me?")));

        EmergencyId id = open(doctor, patient);
        assertThat(doctor.asks(() -> queue.inEmergency(id, null)).rows())
                .extracting(ConsultationSummary::id)
                .containsExactlyInAnyOrder(consultation, other, inCare);
        assertThat(read(doctor, other).can(Step.HAND_OVER)).isFalse();
        assertThat(read(doctor, inCare).can(Step.WRITE)).isTrue();
        assertThat(read(doctor, inCare).can(Step.CLOSE)).isFalse();
        doctor.does(() -> consultations.write(inCare, Forms.message("Can you hear me?")));
        doctor.does(() -> consultations.note(consultation, Forms.note("Seen in the emergency room")));
        doctor.does(() -> consultations.markUnread(other));
        assertThat(doctor.asks(
                        () -> uploads.uploadInto(inCare, new ByteArrayInputStream(SamplePhotos.png(8, 8)), false)))
                .isNotNull();
        assertThat(trail(doctor))
                .contains(
                        "LIST LIST_IN_EMERGENCY DONE EMERGENCY",
                        "VIEW READ_CONSULTATION DONE EMERGENCY",
                        "CHANGE WRITE_MESSAGE DONE EMERGENCY",
                        "CHANGE WRITE_STAFF_NOTE DONE EMERGENCY",
                        "CHANGE MARK_UNREAD DONE EMERGENCY",
                        "CHANGE UPLOAD_IMAGE_INTO DONE EMERGENCY");
    }

    @Test
    void whatIsForTheCareTeamStaysWithIt() {
        ImageId photo = photo(patient);
        ConsultationId withPhoto = patient.asks(
                () -> consultations.submit(Forms.consultation("With a photo", Severity.MILD, List.of(photo))));
        var unused = open(doctor, patient);
        assertThat(doctor.asks(() -> images.view(photo, Rendition.DISPLAY))).isNotNull();
        assertThat(doctor.asks(() -> details.get(photo)).forCareTeam()).isFalse();
        assertThat(hospital.doctor(Hospital.GENERAL_CARE)
                        .asks(() -> details.get(photo))
                        .forCareTeam())
                .isTrue();
        isRefused(doctor, () -> images.original(photo));
        isRefused(doctor, () -> annotations.add(photo, Forms.annotation("Here")));
        isRefused(doctor, () -> consultations.take(withPhoto));
        isRefused(doctor, () -> consultations.handOver(withPhoto, Hospital.SKIN));
        isRefused(doctor, () -> consultations.close(withPhoto, Forms.closing(-1)));
        assertThat(trail(doctor))
                .contains(
                        "PHOTO SEE_IMAGE DONE EMERGENCY",
                        "ORIGINAL SEE_ORIGINAL_IMAGE REFUSED EMERGENCY NOT_PERMITTED",
                        "CHANGE ANNOTATE_IMAGE REFUSED EMERGENCY NOT_PERMITTED",
                        "CHANGE TAKE_CONSULTATION REFUSED EMERGENCY NOT_PERMITTED",
                        "CHANGE HAND_OVER_CONSULTATION REFUSED EMERGENCY NOT_PERMITTED",
                        "CHANGE CLOSE_CONSULTATION REFUSED EMERGENCY NOT_PERMITTED");
    }

    @Test
    void isForOnePatientAndOneClinician() {
        Actor another = hospital.patient();
        ConsultationId foreign = submittedBy(another);
        EmergencyId id = open(doctor, patient);
        assertThat(read(doctor, consultation).title()).isNotBlank();
        isRefused(doctor, () -> consultations.read(foreign, null));
        Actor nurse = hospital.nurse(Hospital.SKIN);
        isRefused(nurse, () -> consultations.read(consultation, null));
        isRefused(nurse, () -> queue.inEmergency(id, null));
        isRefused(nurse, () -> emergencies.end(id));
        assertThatExceptionOfType(EmergencyOpenException.class).isThrownBy(() -> open(doctor, another));
        assertThat(open(doctor, patient)).as("the same one").isEqualTo(id);

        EmergencyId second = open(nurse, patient);
        assertThat(read(nurse, consultation).title()).isNotBlank();
        assertThat(second).isNotEqualTo(id);
    }

    @Test
    void forTheCareTeamItIsNoEmergency() {
        Actor member = hospital.nurse(Hospital.GENERAL_CARE);
        var unused = open(member, patient);
        var thread = read(member, consultation);
        assertThat(thread.can(Step.TAKE)).isTrue();
        assertThat(trail(member)).endsWith("VIEW READ_CONSULTATION DONE CARE_TEAM");
    }
}
