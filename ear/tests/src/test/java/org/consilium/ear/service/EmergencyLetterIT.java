package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.util.List;
import org.consilium.consultation.team.AccessService;
import org.consilium.consultation.team.Viewer;
import org.consilium.consultation.team.ViewerReason;
import org.consilium.emergency.EmergencyId;
import org.consilium.emergency.EmergencyRow;
import org.consilium.emergency.LetterDecidedException;
import org.consilium.emergency.LetterState;
import org.junit.jupiter.api.Test;

/** The patient is told of an emergency access by a letter, unless a privacy officer holds it back. */
class EmergencyLetterIT extends InEmergency {

    private static final String LETTER = "Someone on our staff has opened your pages";

    @Inject
    private AccessService access;

    @Test
    void thePatientIsToldByLetterInTime() {
        EmergencyId id = open(doctor, patient);
        assertThat(hospital.mails().has(patient.email(), LETTER)).isFalse();
        letterIsDue(id);
        assertThat(hospital.mails().take(patient.email(), LETTER)).isNotNull();
        assertThat(row(id)).returns(LetterState.SENT, EmergencyRow::letter).returns(null, EmergencyRow::letterDueAt);
    }

    private void letterIsDue(EmergencyId id) {
        rows.change("update emergency_access set letter_due_at = utc_timestamp(6) where public_id = ?", id.value());
    }

    /** Otherwise, holding the letter back would be of no use. */
    @Test
    void thePatientSeesWhoHasItOnceTheLetterIsSent() {
        EmergencyId id = open(doctor, patient);
        Actor member = hospital.nurse(Hospital.GENERAL_CARE);
        assertThat(reasons(member, doctor)).containsExactly(ViewerReason.EMERGENCY);
        assertThat(reasons(patient, doctor)).isEmpty();
        hospital.firstPrivacyOfficer().does(() -> oversight.sendLetter(id));
        assertThat(reasons(patient, doctor)).containsExactly(ViewerReason.EMERGENCY);
        doctor.does(() -> emergencies.end(id));
        assertThat(reasons(member, doctor)).isEmpty();
    }

    private List<ViewerReason> reasons(Actor reader, Actor of) {
        return reader.asks(() -> access.of(consultation)).viewers().stream()
                .filter(viewer -> viewer.name().equals(of.fullName()))
                .map(Viewer::reason)
                .toList();
    }

    @Test
    void anOfficerHoldsTheLetterBackOrLetsItGo() {
        EmergencyId id = open(doctor, patient);
        Actor officer = hospital.privacyOfficer();
        isRefused(doctor, () -> oversight.holdLetter(id, "No"));
        officer.does(() -> oversight.holdLetter(id, "Somebody at home reads the mail"));
        assertThat(row(id))
                .returns(LetterState.HELD, EmergencyRow::letter)
                .returns("Somebody at home reads the mail", EmergencyRow::letterReason)
                .returns(false, EmergencyRow::isHoldable);
        assertThat(rows.only(
                        "select coalesce(letter_due_at, 'never') from emergency_access where public_id = ?",
                        id.value()))
                .isEqualTo("never");
        assertThatExceptionOfType(LetterDecidedException.class)
                .isThrownBy(() -> officer.does(() -> oversight.holdLetter(id, "Again")));

        officer.does(() -> oversight.sendLetter(id));
        assertThat(hospital.mails().take(patient.email(), LETTER)).isNotNull();
        assertThat(row(id).letter()).isEqualTo(LetterState.SENT);
        assertThatExceptionOfType(LetterDecidedException.class)
                .isThrownBy(() -> officer.does(() -> oversight.sendLetter(id)));
        assertThat(trail(officer))
                .contains(
                        "CHANGE HOLD_EMERGENCY_LETTER DONE OVERSIGHT letter=held",
                        "CHANGE SEND_EMERGENCY_LETTER DONE OVERSIGHT letter=sent");
    }

    @Test
    void officersSeeAllOfThemTheNewestFirst() {
        EmergencyId first = open(doctor, patient);
        EmergencyId second = open(hospital.nurse(Hospital.SKIN), patient);
        Actor officer = hospital.firstPrivacyOfficer();
        List<EmergencyId> shown = officer.asks(() -> oversight.list(null)).rows().stream()
                .map(EmergencyRow::id)
                .toList();
        assertThat(shown).startsWith(second, first);
        assertThat(officer.asks(() -> oversight.list(second)).rows())
                .extracting(EmergencyRow::id)
                .startsWith(first);
    }
}
