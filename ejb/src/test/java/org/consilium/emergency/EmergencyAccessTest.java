package org.consilium.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.consilium.access.Action;
import org.consilium.access.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An emergency access ends once, and its letter is decided once. */
class EmergencyAccessTest {

    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofHours(4));
    private static final long OFFICER = 9;

    private static final EmergencyTimes TIMES = new EmergencyTimes() {
        @Override
        Duration length() {
            return Duration.ofHours(4);
        }

        @Override
        Duration letterDelay() {
            return Duration.ofHours(24);
        }
    };

    private final EmergencyAccess access = new EmergencyAccess(
            1,
            2,
            new NewEmergency(
                    new PatientSearch("Ines", "Example", LocalDate.of(1990, 2, 3)),
                    1,
                    EmergencyReason.OTHER,
                    "No time to lose"),
            NOW,
            TIMES);

    @Test
    void endsByItself() {
        assertThat(access.isOpen(NOW)).isTrue();
        assertThat(access.isOpen(END.minusNanos(1))).isTrue();
        assertThat(access.isOpen(END)).isFalse();
        assertThat(access.isOverdue(END.minusNanos(1))).isFalse();
        assertThat(access.isOverdue(END)).isTrue();
        assertThat(access.expire()).isEqualTo(EmergencyEnding.TIME);
        assertThat(access.isOverdue(END)).isFalse();
        assertThatIllegalStateException().isThrownBy(access::expire);
    }

    @Test
    void isEndedByTheClinician() {
        access.end(NOW.plusSeconds(60));
        assertThat(access.isOpen(NOW.plusSeconds(60))).isFalse();
        assertThat(access.isOverdue(END)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> access.end(NOW.plusSeconds(61)));
    }

    @Test
    void isCutShortForGood() {
        access.cutShort(NOW.plusSeconds(60));
        assertThat(access.isOpen(NOW.plusSeconds(60))).isFalse();
        access.cutShort(NOW.plusSeconds(120));
        assertThat(access.isOverdue(NOW.plusSeconds(60))).isTrue();
        assertThat(access.expire()).isEqualTo(EmergencyEnding.DISABLED);
    }

    @Test
    void itsLetterIsDueLater() {
        assertThat(access.isLetterDue(NOW.plus(Duration.ofHours(24)).minusNanos(1)))
                .isFalse();
        assertThat(access.isLetterDue(NOW.plus(Duration.ofHours(24)))).isTrue();
        access.letterGoes(true, null, NOW.plus(Duration.ofHours(24)));
        assertThat(access.isLetterDue(NOW.plus(Duration.ofHours(25)))).isFalse();
        assertThatExceptionOfType(LetterDecidedException.class)
                .isThrownBy(() -> access.letterGoes(true, OFFICER, NOW.plus(Duration.ofHours(25))));
    }

    @Test
    void itsLetterIsHeldBackUntilAnOfficerLetsItGo() {
        access.holdLetter(OFFICER, "Violence at home", NOW);
        assertThat(access.isLetterDue(NOW.plus(Duration.ofDays(400)))).isFalse();
        assertThatExceptionOfType(LetterDecidedException.class)
                .isThrownBy(() -> access.holdLetter(OFFICER, "Again", NOW));
        access.letterGoes(true, OFFICER, NOW.plusSeconds(60));
        assertThatExceptionOfType(LetterDecidedException.class)
                .isThrownBy(() -> access.holdLetter(OFFICER, "Too late", NOW.plusSeconds(61)));
    }

    @Test
    void lastsFourHoursAtMost() {
        assertThat(EmergencyTimes.length(1)).isEqualTo(Duration.ofHours(1));
        assertThat(EmergencyTimes.length(4)).isEqualTo(Duration.ofHours(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 5, 24})
    void noOtherLength(int hours) {
        assertThatIllegalArgumentException().isThrownBy(() -> EmergencyTimes.length(hours));
    }

    @Test
    void readsItsDelay() {
        assertThat(EmergencyTimes.delay("24h")).isEqualTo(Duration.ofHours(24));
        assertThat(EmergencyTimes.delay("0m")).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "1d", "-1h", "h", "24 h"})
    void anythingElseIsNoDelay(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EmergencyTimes.delay(text));
    }

    /** Those who are let in read and write, and take nothing over. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "TAKE_CONSULTATION",
                "HAND_OVER_CONSULTATION",
                "CLOSE_CONSULTATION",
                "SEE_ORIGINAL_IMAGE",
                "ANNOTATE_IMAGE"
            })
    void someThingsAreForTheCareTeam(Action action) {
        assertThat(action.isForCareTeam()).isTrue();
        assertThat(Relation.EMERGENCY.isOfCareTeam()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "READ_CONSULTATION",
                "WRITE_MESSAGE",
                "WRITE_STAFF_NOTE",
                "MARK_UNREAD",
                "SEE_IMAGE",
                "UPLOAD_IMAGE_INTO"
            })
    void theRestIsForThemAsWell(Action action) {
        assertThat(action.isForCareTeam()).isFalse();
    }
}
