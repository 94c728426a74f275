package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationSummary;
import org.consilium.consultation.ConsultationThread;
import org.consilium.consultation.ImageDetailsService;
import org.consilium.consultation.QueueService;
import org.consilium.image.ImageId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Messages and notes from a node of the version before, which has no numbers, appear in order, and its reading
 * positions are kept.
 */
class NumberingIT extends InContainer {

    /** More than a page shows. */
    private static final int MANY = 60;

    private static final Duration NOTICED = Duration.ofSeconds(20);

    @Inject
    private QueueService queue;

    @Inject
    private ImageDetailsService details;

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
    void isThereInOrderAndUnread() {
        doctor.does(() -> consultations.write(id, Forms.message("Does it hurt?")));
        read(patient, id);
        writtenBefore("And since when?");
        assertThat(unreadByPatient()).isEqualTo(1);
        patient.does(() -> consultations.write(id, Forms.message("A little.")));
        assertThat(bodies(read(patient, id))).endsWith("Does it hurt?", "And since when?", "A little.");
        assertThat(unreadByPatient()).isZero();
    }

    @Test
    void isNumberedBeforeTheNextMessage() {
        writtenBefore("Does it hurt?");
        patient.does(() -> consultations.write(id, Forms.message("A little.")));
        assertThat(unreadByPatient()).isEqualTo(1);
        assertThat(bodies(read(patient, id))).endsWith("Does it hurt?", "A little.");
        assertThat(numbers()).containsExactly("1", "2", "3");
    }

    @Test
    void aNoteOfTheVersionBeforeIsSeenWithinSeconds() {
        rows.change(
                "insert into staff_note (consultation_id, author_id, body, written_at, idempotency_key)"
                        + " select id, clinician_id, 'Ask for the allergy.', last_activity_at, uuid() from consultation"
                        + " where public_id = ?",
                id.value());
        Actor nurse = hospital.nurse(Hospital.GENERAL_CARE);
        await().pollInSameThread()
                .atMost(NOTICED)
                .untilAsserted(() -> assertThat(read(nurse, id).notes())
                        .extracting(ConsultationThread.Note::body)
                        .containsExactly("Ask for the allergy."));
    }

    @Test
    void aFirstPhotoOfTheVersionBeforeIsFoundByItsConsultationWithinSeconds() {
        ImageId photo = photo(patient);
        patient.does(() -> consultations.write(id, Forms.message("A photo", photo)));
        rows.change("update image set consultation_id = null where public_id = ?", photo.value());
        assertThat(patient.asks(() -> details.get(photo)).series()).isEmpty();
        await().pollInSameThread()
                .atMost(NOTICED)
                .untilAsserted(
                        () -> assertThat(patient.asks(() -> details.get(photo)).series())
                                .hasSize(1));
    }

    @Test
    void whatWasReadByTheVersionBeforeIsRead() {
        doctor.does(() -> consultations.write(id, Forms.message("Does it hurt?")));
        doctor.does(() -> consultations.note(id, Forms.note("Ask for the allergy.")));
        doctor.does(() -> consultations.write(id, Forms.message("And since when?")));
        forgetNumbers();
        rows.change(
                "update consultation_reader r join consultation c on c.id = r.consultation_id set written = 0,"
                        + " read_of_others = 0, notes_up_to = 1000000, read_up_to = (select max(m.id) - 1 from message m"
                        + " where m.consultation_id = c.id) where c.public_id = ? and r.account_id = c.patient_id",
                id.value());
        assertThat(unreadByPatient()).isEqualTo(1);
    }

    @Test
    void earlierPagesAreReadByNumber() {
        IntStream.range(0, MANY)
                .forEach(i -> patient.does(() -> consultations.write(id, Forms.message("Message " + i))));
        forgetNumbers();
        ConsultationThread latest = read(patient, id);
        assertThat(bodies(latest)).hasSize(50).endsWith("Message 59");
        ConsultationThread earlier = patient.asks(() -> consultations.read(id, latest.earlier()));
        assertThat(bodies(earlier)).hasSize(11).endsWith("Message 9");
        assertThat(earlier.earlier()).isNull();
    }

    /** A message of the doctor as a node of the version before stores it. */
    private void writtenBefore(String body) {
        rows.change(
                "insert into message (public_id, consultation_id, author_id, author_role, body, sent_at,"
                        + " idempotency_key) select left(uuid(), 22), id, clinician_id, 'DOCTOR', ?,"
                        + " last_activity_at + interval 1 microsecond, uuid() from consultation where public_id = ?",
                body,
                id.value());
        rows.change(
                "update consultation set version = version + 1,"
                        + " last_activity_at = last_activity_at + interval 1 microsecond where public_id = ?",
                id.value());
    }

    /** As if the consultation were older than the numbers. */
    private void forgetNumbers() {
        rows.change(
                "update message m join consultation c on c.id = m.consultation_id set m.number = null, c.messages = 0,"
                        + " c.notes = 0, c.numbered_version = null where c.public_id = ?",
                id.value());
    }

    private long unreadByPatient() {
        return patient.asks(() -> queue.own(null)).rows().stream()
                .mapToLong(ConsultationSummary::unread)
                .sum();
    }

    private List<String> numbers() {
        return rows.column(
                "select number from message m join consultation c on c.id = m.consultation_id where c.public_id = ?"
                        + " order by m.id",
                id.value());
    }

    private static List<String> bodies(ConsultationThread thread) {
        return thread.entries().stream().map(ConsultationThread.Entry::body).toList();
    }
}
