package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.util.List;
import org.consilium.access.NotFoundException;
import org.consilium.consultation.ConsultationId;
import org.consilium.emergency.EmergencyId;
import org.consilium.emergency.EmergencyOversightService;
import org.consilium.emergency.EmergencyReason;
import org.consilium.emergency.EmergencyRow;
import org.consilium.emergency.EmergencyService;
import org.consilium.emergency.NewEmergency;
import org.consilium.emergency.PatientSearch;
import org.junit.jupiter.api.BeforeEach;

/** A doctor of another team, who may open the record of a patient in an emergency. */
abstract class InEmergency extends InContainer {

    static final String WORDS = "Unconscious, and nobody of the team answers";

    @Inject
    EmergencyService emergencies;

    @Inject
    EmergencyOversightService oversight;

    Actor patient;
    Actor doctor;
    ConsultationId consultation;

    /** Somebody of its team is there, so that the consultation stays where it is. */
    @BeforeEach
    void people() {
        var unused = hospital.nurse(Hospital.GENERAL_CARE);
        patient = hospital.patient();
        doctor = hospital.doctor(Hospital.SKIN);
        consultation = submittedBy(patient);
    }

    static PatientSearch searchFor(Actor person) {
        String[] names = person.fullName().split(" ", 2);
        return new PatientSearch(names[0], names[1], Hospital.BIRTH);
    }

    static NewEmergency formFor(Actor person) {
        return new NewEmergency(searchFor(person), 1, EmergencyReason.URGENT_TREATMENT, WORDS);
    }

    EmergencyId open(Actor clinician, Actor person) {
        return clinician
                .asks(() -> emergencies.open(formFor(person), hospital.ticketOf(clinician)))
                .orElseThrow();
    }

    void isRefused(Actor person, Runnable call) {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> person.does(call));
    }

    /** What the trail has of somebody. */
    List<String> trail(Actor person) {
        return rows.column(
                "select concat_ws(' ', kind, action, outcome, relation, reason, detail) from "
                        + rows.only("select database()")
                        + "_trail.entry where account = ? order by id",
                person.key());
    }

    EmergencyRow row(EmergencyId id) {
        Actor officer = hospital.firstPrivacyOfficer();
        return officer.asks(() -> oversight.get(id));
    }
}
