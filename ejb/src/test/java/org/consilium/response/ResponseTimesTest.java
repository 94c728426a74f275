package org.consilium.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.consilium.care.TeamRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hospital decides how long a patient waits before a team is told, and a team may do so for itself. */
class ResponseTimesTest {

    private static final Instant TUESDAY_AT_FOUR = Instant.parse("2026-12-01T16:00:00Z");

    private final Map<String, String> settings = new HashMap<>(Map.of(
            ResponseTimes.TIME, "4h",
            ResponseTimes.LEAD_TIME, "8h",
            ResponseTimes.HOURS, "MON-FRI 08:00-17:00",
            ResponseTimes.ZONE, "UTC"));

    private final ResponseTimes times = new ResponseTimes();

    private void read() {
        times.read(setting -> settings.getOrDefault(setting, ""));
    }

    @ParameterizedTest
    @CsvSource({
        ", , 2026-12-01T12:00:00Z, 2026-12-01T08:00:00Z",
        "30, , 2026-12-01T15:30:00Z, 2026-12-01T08:00:00Z",
        ", 300, 2026-12-01T12:00:00Z, 2026-12-01T11:00:00Z",
        "600, , 2026-11-30T15:00:00Z, 2026-11-30T15:00:00Z", // a lead is not told before the team
        "0, 0, 2026-12-01T15:59:00Z, 2026-12-01T15:59:00Z"
    })
    void areOfTheHospitalOrTheTeam(Integer response, Integer lead, Instant team, Instant ofLead) {
        read();
        TeamRule rule = new TeamRule(1, response, lead, 2L);
        assertThat(times.latestStart(rule, Addressee.TEAM, TUESDAY_AT_FOUR)).isEqualTo(team);
        assertThat(times.latestStart(rule, Addressee.LEAD, TUESDAY_AT_FOUR)).isEqualTo(ofLead);
    }

    @ParameterizedTest
    @CsvSource({
        "consilium.response.time, 4 hours",
        "consilium.response.time, 0h",
        "consilium.response.time, ''",
        "consilium.response.lead-time, 1d",
        "consilium.response.lead-time, 3h",
        "consilium.response.working-hours, weekdays",
        "consilium.response.working-hours, ''",
        "consilium.response.holidays, Christmas",
        "consilium.web.time-zone, Europe/Nowhere"
    })
    void areNamedByTheSettingThatIsWrong(String setting, String value) {
        settings.put(setting, value);
        assertThatIllegalStateException().isThrownBy(this::read).withMessageStartingWith(setting);
    }

    @Test
    void areUnknownBeforeTheyAreRead() {
        TeamRule rule = new TeamRule(1, null, null, null);
        assertThatIllegalStateException().isThrownBy(() -> times.latestStart(rule, Addressee.TEAM, TUESDAY_AT_FOUR));
    }
}
