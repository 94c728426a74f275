package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.access.Role;
import org.consilium.account.AccountId;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationSummary;
import org.consilium.consultation.QueueFilter;
import org.consilium.consultation.QueueService;
import org.consilium.consultation.QueueView;
import org.consilium.image.ImageId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records of others: for who may not reach them they do not exist, and asking changes nothing. */
class ForeignRecordsIT extends InContainer {

    private static final String UNKNOWN = "AAAAAAAAAAAAAAAAAAAAAA";

    @Inject
    private Attempts attempts;

    @Inject
    private QueueService queue;

    private Actor patient;
    private Actor doctor;
    private ConsultationId id;

    @BeforeEach
    void consultation() {
        patient = hospital.patient();
        doctor = hospital.doctor(Hospital.GENERAL_CARE);
        id = inCare(patient, doctor);
    }

    @Test
    void aConsultationOfOthersIsNotThere() {
        String before = stored();
        for (Actor stranger : List.of(hospital.patient(), hospital.doctor(Hospital.SKIN))) {
            attempts.care().onConsultation(id).forEach(attempt -> assertRefused(stranger, attempt));
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void anUnknownRecordIsNotThere() {
        for (String unknown : List.of(UNKNOWN, "", "' or 1=1 --", "x".repeat(10_000))) {
            for (Actor actor : List.of(patient, doctor)) {
                Stream.concat(
                                attempts.care().onConsultation(new ConsultationId(unknown)).stream(),
                                attempts.care().onImage(new ImageId(unknown)).stream())
                        .forEach(attempt -> assertRefused(actor, attempt));
            }
        }
        Actor administrator = hospital.administrator();
        attempts.accounts().onAccount(new AccountId(UNKNOWN)).forEach(attempt -> assertRefused(administrator, attempt));
    }

    @Test
    void anImageThatWaitsForItsMessageIsItsOwnersAlone() {
        ImageId image = photo(patient);
        for (Actor stranger : List.of(hospital.patient(), doctor)) {
            attempts.care().onImage(image).forEach(attempt -> assertRefused(stranger, attempt));
        }
        assertThat(rows.only("select status from image where public_id = ?", image.value()))
                .isEqualTo("STORED");
    }

    @Test
    void anAdministratorReachesNothingClinical() {
        ImageId image = photo(patient);
        patient.does(() -> consultations.write(id, Forms.message("A photo", image)));
        Actor administrator = hospital.administrator();
        Stream.of(attempts.care().onConsultation(id), attempts.care().onImage(image), clinicalInGeneral())
                .flatMap(List::stream)
                .forEach(attempt -> assertRefused(administrator, attempt));
    }

    @Test
    void anAdministratorIsNoRecordOfTheirOwn() {
        Actor administrator = hospital.administrator();
        attempts.accounts()
                .onAccount(administrator.account())
                .forEach(attempt -> assertRefused(administrator, attempt));
        assertThat(rows.only("select status from account where id = ?", administrator.key()))
                .isEqualTo("ACTIVE");
    }

    @Test
    void listsShowTheirOwnAlone() {
        Actor otherTeam = hospital.nurse(Hospital.SKIN);
        QueueFilter ofPatient = new QueueFilter(QueueView.TEAM, lastName(patient), null);

        assertThat(patient.asks(() -> queue.own(null)).rows())
                .extracting(ConsultationSummary::id)
                .containsExactly(id);
        assertThat(hospital.patient().asks(() -> queue.own(null)).rows()).isEmpty();
        assertThat(doctor.asks(() -> queue.queue(ofPatient, null)).rows())
                .extracting(ConsultationSummary::id)
                .containsExactly(id);
        assertThat(otherTeam.asks(() -> queue.queue(ofPatient, null)).rows()).isEmpty();
    }

    @Test
    void notesAreForColleaguesAlone() {
        doctor.does(() -> consultations.note(id, Forms.note("Ask for the allergy.")));
        assertThat(read(hospital.nurse(Hospital.GENERAL_CARE), id).notes()).hasSize(1);
        assertThat(read(patient, id).notes()).isEmpty();
    }

    private List<Attempt> clinicalInGeneral() {
        return attempts.general().stream()
                .filter(attempt -> !attempt.roles().isEmpty() && !attempt.isOpenTo(Role.ADMINISTRATOR))
                .toList();
    }

    private static void assertRefused(Actor actor, Attempt attempt) {
        Refusals.assertNotFound(attempt.method(), () -> actor.does(attempt.call()));
    }

    private static String lastName(Actor actor) {
        return actor.fullName().substring(actor.fullName().indexOf(' ') + 1);
    }

    private String stored() {
        return rows.only(
                "select concat_ws(' ', c.status, c.version, c.team_id, c.clinician_id, c.last_activity_at,"
                        + " (select count(*) from message m where m.consultation_id = c.id),"
                        + " (select count(*) from staff_note n where n.consultation_id = c.id))"
                        + " from consultation c where c.public_id = ?",
                id.value());
    }
}
