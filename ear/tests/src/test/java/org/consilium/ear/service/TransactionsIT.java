package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationThread;
import org.consilium.consultation.Severity;
import org.consilium.consultation.Status;
import org.consilium.image.ImageId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message is stored with all that belongs to it, or not at all. */
class TransactionsIT extends InContainer {

    private Actor patient;

    @BeforeEach
    void people() {
        patient = hospital.patient();
    }

    @Test
    void aConsultationWithAnImageOfSomebodyElseIsNotStored() {
        ImageId own = photo(patient);
        ImageId foreign = photo(hospital.patient());
        Refusals.assertNotFound(
                "submit",
                () -> patient.asks(() ->
                        consultations.submit(Forms.consultation("Itchy elbow", Severity.MILD, List.of(own, foreign)))));

        assertThat(rows.count("consultation where patient_id = ?", patient.key()))
                .isZero();
        assertThat(rows.count("message where author_id = ?", patient.key())).isZero();
        assertThat(List.of(statusOf(own), statusOf(foreign))).containsOnly("STORED");
    }

    @Test
    void aMessageWithAnImageThatIsNotThereIsNotStored() {
        Actor doctor = hospital.doctor(Hospital.GENERAL_CARE);
        ConsultationId id = inCare(patient, doctor);
        doctor.does(() -> consultations.write(id, Forms.message("Could you send a photo?")));
        ConsultationThread before = read(patient, id);
        ImageId own = photo(patient);
        ImageId unknown = new ImageId("A".repeat(22));
        Refusals.assertNotFound(
                "write", () -> patient.does(() -> consultations.write(id, Forms.message("Two photos", own, unknown))));

        assertThat(read(patient, id)).isEqualTo(before).returns(Status.WAITING_FOR_PATIENT, ConsultationThread::status);
        assertThat(statusOf(own)).isEqualTo("STORED");
    }

    @Test
    void anImageBelongsToOneMessage() {
        ConsultationId id = submittedBy(patient);
        ImageId own = photo(patient);
        patient.does(() -> consultations.write(id, Forms.message("A photo", own)));
        assertThat(rows.count("image where public_id = ? and attached", own.value()))
                .isEqualTo(1);
        Refusals.assertNotFound(
                "write", () -> patient.does(() -> consultations.write(id, Forms.message("Again", own))));
        assertThat(read(patient, id).entries()).hasSize(2);
    }

    @Test
    void aFormSentAgainAfterARefusalIsStored() {
        ConsultationId id = submittedBy(patient);
        ImageId own = photo(patient);
        var form = Forms.message("A photo", own);
        rows.change("update image set status = 'AWAITED' where public_id = ?", own.value());
        Refusals.assertNotFound("write", () -> patient.does(() -> consultations.write(id, form)));
        rows.change("update image set status = 'STORED' where public_id = ?", own.value());
        patient.does(() -> consultations.write(id, form));
        assertThat(read(patient, id).entries()).hasSize(2);
    }

    private String statusOf(ImageId id) {
        return rows.only("select status from image where public_id = ?", id.value());
    }
}
