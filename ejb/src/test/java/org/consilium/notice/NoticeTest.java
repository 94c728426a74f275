package org.consilium.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consilium.platform.PublicIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A notice arrives as it was sent, and what is none does no harm. */
class NoticeTest {

    @Test
    void arrivesAsItWasSent() {
        Audience audience = Audience.ofPatient(12).and(Audience.ofTeams(List.of(3L, 4L)));
        Notice change = new Notice.Change(PublicIds.next(), audience);
        Notice end = new Notice.End(12);
        Notice missed = new Notice.Missed();

        assertThat(Notice.of(change.text())).contains(change);
        assertThat(Notice.of(end.text())).contains(end);
        assertThat(Notice.of(missed.text())).contains(missed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "changed", "changed short p1", "ended", "ended everybody", "ended 1 2", "something else"})
    void ofAnythingElseThereIsNone(String text) {
        assertThat(Notice.of(text)).isEmpty();
    }

    @Test
    void officersAndOneClinicianFollowAnEmergency() {
        Audience audience = Audience.ofClinician(12).and(Audience.ofOfficers());
        assertThat(Notice.of(new Notice.Change(PublicIds.next(), audience).text()))
                .hasValueSatisfying(notice ->
                        assertThat(((Notice.Change) notice).audience()).isEqualTo(audience));
        assertThat(audience.clinicians()).containsExactly(12L);
        assertThat(Audience.ofPatient(12).clinicians()).isEmpty();
        assertThat(audience.meets(Audience.ofOfficers())).isTrue();
        assertThat(audience.meets(Audience.ofClinician(13))).isFalse();
    }

    @Test
    void whatTheStaffAloneSeeIsNotForThePatient() {
        Audience inEmergency = Audience.inEmergencyOf(3);
        assertThat(inEmergency.meets(Audience.ofPatient(3))).isFalse();
        assertThat(inEmergency.meets(Audience.inEmergencyOf(4))).isFalse();
        assertThat(inEmergency.clinicians()).isEmpty();
    }

    @Test
    void aPatientAndATeamOfTheSameKeyAreTwo() {
        assertThat(Audience.ofPatient(3).meets(Audience.ofTeams(List.of(3L)))).isFalse();
        assertThat(Audience.ofTeams(List.of(1L, 3L)).meets(Audience.ofTeams(List.of(3L))))
                .isTrue();
    }
}
