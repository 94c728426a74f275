package org.consilium.ear.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.consilium.ear.http.LimitedNodes;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A date that has come at the hospital is a date, wherever the machine is: of two hospitals, one is always ahead. */
class HospitalDayIT {

    private static final String FUTURE = "This date is in the future.";

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void somebodyMayBeBornToday(int hospital) {
        HttpVisit visit = HttpVisit.at(home(hospital));
        LocalDate today = today(hospital);
        assertThat(visit.get("/register").body()).contains("max=\"" + today + "\"");
        Registration newborn = Registration.of("", Registration.word());
        assertThat(newborn.born(today.plusDays(1))
                        .sendFrom(visit, "198.51.100.7" + hospital)
                        .body())
                .contains(FUTURE);
        assertThat(Records.registrations(newborn.email())).isZero();
        assertThat(newborn.born(today)
                        .sendFrom(visit, "198.51.100.7" + hospital)
                        .location())
                .contains("done=registered");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void anAilmentMayHaveBegunToday(int hospital) {
        HttpVisit visit = Visitors.signedIn(home(hospital), People.patient());
        assertThat(submit(visit, today(hospital).plusDays(1)).body()).contains(FUTURE);
        assertThat(submit(visit, today(hospital)).isDone()).isTrue();
    }

    private static Answer submit(HttpVisit visit, LocalDate since) {
        return visit.post(
                "/consultation/new",
                HtmlForm.in(visit.get("/consultation/new").body(), "new")
                        .with("title", "Since today")
                        .with("description", "It has just begun")
                        .with("bodySite", "ARM")
                        .with("severity", "MILD")
                        .with("since", since.toString()));
    }

    private static URI home(int hospital) {
        return LimitedNodes.get().turn(hospital).address();
    }

    private static LocalDate today(int hospital) {
        ZoneId zone = LimitedNodes.ZONES.get(hospital);
        return LocalDate.ofInstant(Instant.now(), zone);
    }
}
