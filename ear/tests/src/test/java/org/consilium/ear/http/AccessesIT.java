package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** Patients see who of the staff has seen their record, in which role, when, and what they did. */
class AccessesIT {
    private static final String PAGE = "/account/accesses";

    private final Person patient = People.patient();
    private final HttpVisit here = Visitors.signedIn(patient.email());
    private final Person doctor = People.doctor(People.GENERAL);
    private final LocalDateTime then = LocalDateTime.of(2026, 2, 3, 9, 0);

    private Elements visits() {
        return Visitors.page(here, PAGE).select("#visits > li");
    }

    @Test
    void whatOnePersonDoesAtOnceIsOneVisit() {
        String path = "/consultation/" + People.consultation(patient, "Seen by somebody");
        HttpVisit visit = Visitors.signedIn(doctor.email());
        assertThat(here.get(path)).as("their own").matches(Answer::isPage);
        assertThat(visit.get(path)).matches(Answer::isPage);
        assertThat(visit.post(path, HtmlForm.in(visit.get(path).body(), "take")))
                .matches(Answer::isDone);
        assertThat(visit.post(path, HtmlForm.in(visit.get(path).body(), "reply").with("message", "Does it hurt?")))
                .matches(Answer::isDone);
        assertThat(Visitors.signedIn(People.doctor(People.BONES).email())
                        .get(path)
                        .status())
                .as("refused, and so not seen")
                .isEqualTo(404);

        assertThat(visits()).hasSize(1);
        Element only = visits().getFirst();
        assertThat(only.select("h2").text()).isEqualTo(doctor.name());
        assertThat(only.select(".quiet-text").text()).startsWith("Doctor · ");
        assertThat(only.select("ul li").eachText())
                .containsExactly("read the consultation", "took the consultation", "wrote a message");
        assertThat(only.text()).doesNotContain("emergency", "Does it hurt?");
    }

    @Test
    void halfAnHourLaterItIsAnotherVisit() {
        StaffEntries.view(doctor, patient, then, "CARE_TEAM", "192.0.2.1");
        StaffEntries.view(doctor, patient, then.plusMinutes(30), "CARE_TEAM", "192.0.2.1");
        StaffEntries.view(doctor, patient, then.plusMinutes(61), "CARE_TEAM", "192.0.2.1");
        assertThat(visits()).hasSize(2);
    }

    @Test
    void accessInAnEmergencyIsMarked() {
        StaffEntries.view(doctor, patient, then, "EMERGENCY", "192.0.2.1");
        StaffEntries.view(doctor, patient, then.plusHours(2), "CARE_TEAM", "192.0.2.1");
        assertThat(visits()).hasSize(2);
        assertThat(visits().get(0).text()).doesNotContain("emergency");
        assertThat(visits().get(1).select("strong").text())
                .isEqualTo("Emergency access by someone outside of your care team");
    }

    @Test
    void accessInAnEmergencyIsShownOnceThePatientIsTold() {
        String access = People.emergency(doctor, patient);
        StaffEntries.view(doctor, patient, LocalDateTime.now(ZoneOffset.UTC).plusMinutes(1), "EMERGENCY", "192.0.2.1");
        assertThat(visits()).isEmpty();
        Records.change("UPDATE emergency_access SET letter = 'SENT' WHERE public_id = ?", access);
        assertThat(visits()).hasSize(1);
    }

    /** It would tell what is held back. */
    @Test
    void nothingThatOfficersDoAboutAnEmergencyIsShownBeforeThePatientIsTold() {
        String access = People.emergency(doctor, patient);
        Person officer = People.privacyOfficer();
        HttpVisit office = Visitors.signedIn(officer.email());
        String path = "/privacy/emergencies/" + access;
        assertThat(office.get(path)).matches(Answer::isPage);
        assertThat(office.post(
                        path, HtmlForm.in(office.get(path).body(), "hold").with("reason", "An inquiry is going on")))
                .matches(Answer::isDone);
        assertThat(visits()).isEmpty();

        assertThat(office.post(path, HtmlForm.in(office.get(path).body(), "letter")))
                .matches(Answer::isDone);

        assertThat(visits()).hasSize(1);
        assertThat(visits().getFirst().select("h2").text()).isEqualTo(officer.name());
        assertThat(visits().getFirst().select("strong"))
                .as("no emergency access of theirs")
                .isEmpty();
    }

    @Test
    void visitsArePagedWithoutLossOrRepetition() {
        Person other = People.nurse(People.GENERAL);
        IntStream.range(0, 23).forEach(i -> {
            StaffEntries.view(doctor, patient, then.plusHours(i), "CARE_TEAM", "192.0.2.1");
            StaffEntries.view(
                    i % 2 == 0 ? other : doctor, patient, then.plusHours(i).plusMinutes(5), "CARE_TEAM", "192.0.2.1");
        });
        List<String> times = new ArrayList<>();
        String next = PAGE;
        while (!next.isEmpty()) {
            Document page = Visitors.page(here, next);
            times.addAll(page.select("#visits > li").stream()
                    .map(visit ->
                            visit.select("h2").text() + visit.select("time").attr("datetime"))
                    .toList());
            next = page.select(".more a").attr("href");
        }
        assertThat(times).hasSize(23 + 12).doesNotHaveDuplicates();
    }

    @Test
    void nobodySeesWhoHasSeenOthers() {
        StaffEntries.view(doctor, People.patient(), then, "CARE_TEAM", "192.0.2.1");
        assertThat(visits()).isEmpty();
        assertThat(Visitors.page(here, PAGE).text()).contains("There are no accesses to show.");
        for (Person staff : List.of(doctor, People.administrator(), People.privacyOfficer())) {
            assertThat(Visitors.signedIn(staff.email()).get(PAGE).status()).isEqualTo(404);
        }
    }

    @Test
    void theAccountLeadsThere() {
        assertThat(Visitors.page(here, "/account").select("a[href=" + PAGE + "]"))
                .hasSize(1);
        assertThat(Visitors.page(Visitors.signedIn(doctor.email()), "/account").select("a[href=" + PAGE + "]"))
                .isEmpty();
    }
}
