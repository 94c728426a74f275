package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationThread.Entry;
import org.consilium.consultation.NewMessage;
import org.consilium.form.FormReusedException;
import org.junit.jupiter.api.Test;

/** What somebody wrote reads back as it was written, whatever happens to the consultation afterwards. */
class WrittenForGoodIT extends InContainer {

    private static final String ANY_SCRIPT = "Größe 3 cm,\tпочти\n\"круглое\" <b>& 丸い</b> \uD83E\uDE79 'end'; -- %_!";

    @Test
    void messagesReadBackUnchanged() {
        Actor patient = hospital.patient();
        Actor doctor = hospital.doctor(Hospital.GENERAL_CARE);
        ConsultationId id = inCare(patient, doctor);
        patient.does(() -> consultations.write(id, Forms.message(ANY_SCRIPT)));
        Entry written = read(patient, id).entries().get(1);
        assertThat(written.body()).isEqualTo(ANY_SCRIPT);

        doctor.does(() -> consultations.write(id, Forms.message("I see.")));
        close(doctor, id);
        patient.does(() -> consultations.write(id, Forms.message("It is back.")));
        doctor.does(() -> consultations.handOver(id, Hospital.SKIN));

        assertThat(read(patient, id).entries().get(1)).isEqualTo(written);
    }

    @Test
    void aFormThatComesAgainWithOtherWordsChangesNothing() {
        Actor patient = hospital.patient();
        ConsultationId id = submittedBy(patient);
        var first = Forms.message("On the left.");
        var second = new NewMessage("On the right.", first.images(), first.formKey());
        patient.does(() -> consultations.write(id, first));
        assertThatExceptionOfType(FormReusedException.class)
                .isThrownBy(() -> patient.does(() -> consultations.write(id, second)));

        assertThat(read(patient, id).entries())
                .extracting(Entry::body)
                .containsExactly("It began on Monday.", "On the left.");
    }
}
