package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import org.consilium.consultation.AlreadyTakenException;
import org.consilium.consultation.ConsultationId;
import org.consilium.ear.service.Together.Outcome;
import org.junit.jupiter.api.Test;

/** Of two clinicians who take a consultation at the same moment one has it, and the other is told who. */
class TakingIT extends InContainer {

    private static final int PAIRS = 20;

    @Test
    void hasOneWinner() {
        Actor patient = hospital.patient();
        Actor nurse = hospital.nurse(Hospital.GENERAL_CARE);
        Actor doctor = hospital.doctor(Hospital.GENERAL_CARE);
        for (int pair = 0; pair < PAIRS; pair++) {
            ConsultationId id = submittedBy(patient);
            Runnable take = () -> consultations.take(id);

            List<Outcome<Boolean>> outcomes = Together.run(List.of(nurse.errand(take), doctor.errand(take)));

            assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
            boolean nurseWon = outcomes.get(0).succeeded();
            String winner = (nurseWon ? nurse : doctor).fullName();
            assertThat(outcomes.get(nurseWon ? 1 : 0).failure())
                    .asInstanceOf(type(AlreadyTakenException.class))
                    .returns(winner, AlreadyTakenException::clinician);
            assertThat(read(patient, id).clinician()).isEqualTo(winner);
        }
    }

    @Test
    void changesNothingWhenTakenAgainByTheSameClinician() {
        Actor doctor = hospital.doctor(Hospital.GENERAL_CARE);
        ConsultationId id = inCare(hospital.patient(), doctor);
        doctor.does(() -> consultations.write(id, Forms.message("Tell me more.")));
        long version = read(doctor, id).version();

        doctor.does(() -> consultations.take(id));

        assertThat(read(doctor, id).version()).isEqualTo(version);
    }
}
