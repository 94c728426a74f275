package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** Lists leave the system for privacy officers alone, who have just proved who they are. */
class ListExportAccessIT {

    private final HttpVisit office = Visitors.signedIn(People.privacyOfficer().email());
    private final Person doctor = People.doctor(People.GENERAL);
    private final Person patient = People.patient();
    private final String disclosures = "/privacy/disclosures/" + StaffEntries.id(patient);

    /** At the node that asks again some seconds after the sign-in. */
    @Test
    void nothingIsExportedFromASessionThatWasLeftOpen() {
        HttpVisit visit = FreshAuthenticationIT.officer();
        await().pollInterval(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(30))
                .until(() -> !Visitors.page(visit, "/privacy/marks")
                        .select("form#export input[type=password]")
                        .isEmpty());
        Stream.of(
                        "/privacy/reviews",
                        "/privacy/reviewed",
                        "/privacy/marks",
                        "/privacy/emergencies",
                        "/privacy/questions")
                .forEach(page ->
                        assertThat(visit.get(page + ".csv").location()).as(page).endsWith(page));
        assertThat(visit.get("/privacy/questions.csv?view=ANSWERED").location())
                .endsWith("/privacy/questions?view=ANSWERED");
        assertThat(visit.get("/privacy/disclosures.csv?id=" + StaffEntries.id(patient))
                        .location())
                .endsWith(disclosures);
        HtmlForm form = HtmlForm.in(visit.get(disclosures).body(), "export");
        assertThat(visit.post(disclosures, form).body()).contains("Please show that it is you first.");
        HtmlForm proved = HtmlForm.in(visit.get(disclosures).body(), "export").with("password", People.PASSWORD);
        String file = visit.post(disclosures, proved).location();
        assertThat(file).endsWith("/privacy/disclosures.csv?id=" + StaffEntries.id(patient));
        assertThat(visit.get(file).body()).contains("What was disclosed");
    }

    @Test
    void nobodyElseExports() {
        List<String> files = List.of(
                "/privacy/reviews.csv",
                "/privacy/reviewed.csv",
                "/privacy/marks.csv",
                "/privacy/emergencies.csv",
                "/privacy/questions.csv",
                "/privacy/questions.csv?view=ANSWERED",
                "/privacy/disclosures.csv?id=" + StaffEntries.id(patient));
        for (Person other : List.of(patient, doctor, People.administrator())) {
            HttpVisit visit = Visitors.signedIn(other.email());
            long before = Trail.newest();
            assertThat(files)
                    .allSatisfy(file -> assertThat(visit.get(file).status())
                            .as("%s %s", other.email(), file)
                            .isEqualTo(404));
            assertThat(Trail.of(People.key(other), before))
                    .extracting(Trail.Row::action, Trail.Row::outcome)
                    .hasSize(files.size())
                    .containsOnly(tuple("EXPORT_LIST", "REFUSED"));
        }
        assertThat(files)
                .allSatisfy(file -> assertThat(
                                office.get(file, "Sec-Fetch-Site", "cross-site").status())
                        .as(file)
                        .isEqualTo(404));
    }

    @Test
    void onlyPatientsHaveAnAccounting() {
        assertThat(Stream.of("", "?id=x", "?id=" + People.id(), "?id=" + StaffEntries.id(doctor)))
                .allSatisfy(query -> assertThat(
                                office.get("/privacy/disclosures.csv" + query).status())
                        .as(query)
                        .isEqualTo(404));
    }
}
