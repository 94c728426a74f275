package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.consilium.access.FreshTicket;
import org.consilium.account.PeopleService;
import org.consilium.consultation.QueueService;
import org.consilium.emergency.EmergencyId;
import org.junit.jupiter.api.Test;

/** An emergency access ends by itself, by its clinician, and when the account is disabled. */
class EmergencyEndIT extends InEmergency {

    /** More than a timer's period, as any node's may do it. */
    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    private QueueService queue;

    @Inject
    private PeopleService people;

    @Test
    void endsByItself() {
        EmergencyId id = open(doctor, patient);
        rows.change("update emergency_access set until_at = utc_timestamp(6) where public_id = ?", id.value());
        isRefused(doctor, () -> consultations.read(consultation, null));
        isRefused(doctor, () -> consultations.note(consultation, Forms.note("Too late")));
        isRefused(doctor, () -> queue.inEmergency(id, null));
        isRefused(doctor, () -> emergencies.end(id));
        await().pollInSameThread().atMost(SOON).until(() -> ending(id).equals("TIME"));
        assertThat(trail(doctor))
                .filteredOn("EMERGENCY EMERGENCY DONE TIME step=ended"::equals)
                .hasSize(1);
        var unused = open(doctor, hospital.patient());
    }

    private String ending(EmergencyId id) {
        return rows.only(
                "select coalesce(ending, '') from emergency_access where public_id = ? and open_by is null"
                        + " union select '' where not exists (select 1 from emergency_access where public_id = ?"
                        + " and open_by is null)",
                id.value(),
                id.value());
    }

    @Test
    void anotherCanBeOpenedAtOnceAfterItsTime() {
        EmergencyId id = open(doctor, patient);
        rows.change("update emergency_access set until_at = utc_timestamp(6) where public_id = ?", id.value());
        Actor another = hospital.patient();
        assertThat(open(doctor, another)).isNotEqualTo(id);
        assertThat(ending(id)).isEqualTo("TIME");
        isRefused(doctor, () -> consultations.read(consultation, null));
    }

    @Test
    void isEndedByItsClinician() {
        EmergencyId id = open(doctor, patient);
        doctor.does(() -> emergencies.end(id));
        assertThat(doctor.asks(emergencies::current)).isEqualTo(Optional.empty());
        isRefused(doctor, () -> consultations.read(consultation, null));
        isRefused(doctor, () -> emergencies.end(id));
        assertThat(trail(doctor)).contains("EMERGENCY END_EMERGENCY DONE EMERGENCY CLINICIAN step=ended");
        assertThat(row(id).ending()).hasToString("CLINICIAN");
        assertThat(open(doctor, hospital.patient())).isNotEqualTo(id);
    }

    @Test
    void disablingTheAccountEndsItForGood() {
        EmergencyId id = open(doctor, patient);
        Actor administrator = hospital.firstAdministrator();
        administrator.does(() -> people.disable(doctor.account()));
        isRefused(doctor, () -> consultations.read(consultation, null));
        administrator.does(() -> people.enable(doctor.account()));
        isRefused(doctor, () -> consultations.read(consultation, null));
        await().pollInSameThread().atMost(SOON).until(() -> ending(id).equals("DISABLED"));
        isRefused(doctor, () -> consultations.read(consultation, null));
        assertThat(trail(doctor)).contains("EMERGENCY EMERGENCY DONE DISABLED step=ended");
        assertThat(trail(administrator)).contains("PERMISSION DISABLE_ACCOUNT DONE ADMINISTRATION");
    }

    @Test
    void whoIsDisabledOpensNothing() {
        Actor administrator = hospital.firstAdministrator();
        FreshTicket ticket = hospital.ticketOf(doctor);
        administrator.does(() -> people.disable(doctor.account()));
        isRefused(doctor, () -> emergencies.open(formFor(patient), ticket));
    }
}
