package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.UserTransaction;
import java.util.List;
import org.consilium.account.PeopleService;
import org.consilium.consultation.ChangedMeanwhileException;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.Status;
import org.consilium.ear.service.Together.Outcome;
import org.junit.jupiter.api.Test;

/** Nobody overwrites what somebody else has written since they looked. */
class OptimisticLockIT extends InContainer {

    @Inject
    private PeopleService people;

    @Inject
    private UserTransaction transaction;

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
    void theSecondOfTwoTransactionsOnOneAccountFails() throws Exception {
        Actor person = hospital.patient();
        Actor administrator = hospital.administrator();
        rows.change("update account set failed_sign_ins = 9 where id = ?", person.key());

        transaction.begin();
        administrator.does(() -> people.disable(person.account()));
        List<Outcome<Boolean>> other =
                Together.run(List.of(hospital.firstAdministrator().errand(() -> people.unlock(person.account()))));

        assertThat(other).allMatch(Outcome::succeeded);
        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(transaction::commit)
                .withCauseInstanceOf(OptimisticLockException.class);
        assertThat(rows.only("select concat_ws(' ', status, failed_sign_ins) from account where id = ?", person.key()))
                .isEqualTo("ACTIVE 0");
    }
}
