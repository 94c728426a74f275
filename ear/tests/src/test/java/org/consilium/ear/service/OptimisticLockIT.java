package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.util.List;
import org.consilium.account.PeopleService;
import org.consilium.consultation.ChangedMeanwhileException;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.Status;
import org.consilium.ear.service.Together.Outcome;
import org.junit.jupiter.api.Test;

/** Nobody overwrites what somebody else has written since they looked. */
class OptimisticLockIT extends InContainer {

    private static final int TIMES = 20;

    @Inject
    private PeopleService people;

    @Test
    void closingNeedsWhatWasWrittenLastToBeRead() {
        Actor patient = hospital.patient();
        Actor doctor = hospital.doctor(Hospital.GENERAL_CARE);
        ConsultationId id = inCare(patient, doctor);
        long seen = read(doctor, id).version();
        patient.does(() -> consultations.write(id, Forms.message("One more thing.")));

        assertThatExceptionOfType(ChangedMeanwhileException.class)
                .isThrownBy(() -> doctor.does(() -> consultations.close(id, Forms.closing(seen))));
        assertThat(read(doctor, id).status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(rows.count(
                        "after_visit_summary s join consultation c on c.id = s.consultation_id where c.public_id = ?",
                        id.value()))
                .isZero();

        close(doctor, id);
        assertThat(read(doctor, id).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void twoChangesOfOneAccountAtOnceBothCount() {
        Actor person = hospital.patient();
        Actor administrator = hospital.administrator();
        Actor colleague = hospital.firstAdministrator();
        for (int time = 0; time < TIMES; time++) {
            rows.change("update account set failed_sign_ins = 9, status = 'ACTIVE' where id = ?", person.key());

            List<Outcome<Boolean>> both = Together.run(List.of(
                    administrator.errand(() -> people.disable(person.account())),
                    colleague.errand(() -> people.unlock(person.account(), "Called us"))));

            assertThat(both).allMatch(Outcome::succeeded);
            assertThat(rows.only(
                            "select concat_ws(' ', status, failed_sign_ins) from account where id = ?", person.key()))
                    .isEqualTo("DISABLED 0");
        }
    }
}
