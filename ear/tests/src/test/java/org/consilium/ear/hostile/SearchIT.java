package org.consilium.ear.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Addresses of pages name nobody, and carry nothing that opens anything: they end up in logs. */
class SearchIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static Person patient;
    private static Person doctor;

    @BeforeAll
    static void people() {
        patient = People.patient();
        doctor = People.doctor(People.GENERAL);
        People.consultation(patient, "Searched for");
    }

    @Test
    void aSearchHasAKeyInTheAddressAndEachTabItsOwn() {
        HttpVisit clinic = Visitors.signedIn(doctor.email());
        String found = Visitors.search(clinic, "/queue", patient.lastName());
        String nobody = Visitors.search(clinic, "/queue", People.id());
        assertThat(found).startsWith("/queue?search=").doesNotContainIgnoringCase(patient.lastName());
        assertThat(clinic.get(found).body()).contains("Searched for", "value=\"" + patient.lastName() + "\"");
        assertThat(clinic.get(nobody).body()).doesNotContain("Searched for");
        assertThat(clinic.get(found).body()).as("Back, and reloading").contains("Searched for");
        assertThat(Visitors.search(clinic, "/queue", patient.lastName())).isEqualTo(found);
        assertThat(Visitors.signedIn(doctor.email()).get(found).body())
                .as("another session")
                .doesNotContain("value=\"" + patient.lastName() + "\"");
    }

    @Test
    void anAdministratorSearchesInTheSameWay() {
        HttpVisit office = Visitors.signedIn(People.administrator().email());
        String found = Visitors.search(office, "/people", patient.email());
        assertThat(found).startsWith("/people?search=").doesNotContain("example");
        assertThat(office.get(found).body()).contains(patient.name());
        assertThat(office.get("/people?search=" + patient.email()).body())
                .as("a text in the address is no search")
                .doesNotContain("value=\"" + patient.email() + "\"");
    }

    @Test
    void theFormIsForThoseWhoMayOpenItsPageAndTakenFromOurPagesAlone() {
        HttpVisit clinic = Visitors.signedIn(doctor.email());
        assertThat(search(Visitors.anonymous(), "/search/queue", "x").status()).isEqualTo(404);
        long before = Trail.newest();
        assertThat(search(clinic, "/search/people", "x").status()).isEqualTo(404);
        assertThat(Trail.of(People.key(doctor), before)).singleElement().satisfies(entry -> {
            assertThat(entry.step()).isEqualTo("VIEW OPEN_PAGE REFUSED");
            assertThat(entry.detail()).isEqualTo("page=PEOPLE");
        });
        assertThat(search(clinic, "/search/sign-in", "x".repeat(300)).status()).isEqualTo(413);
        assertThat(search(clinic, "/search/queue", "x".repeat(5000)).status()).isEqualTo(413);
        assertThat(search(clinic, "/search/queue", "x", "Origin", "https://elsewhere.example.org")
                        .status())
                .isEqualTo(400);
    }

    private static Answer search(HttpVisit visit, String path, String text, String... headers) {
        return visit.post(path, FORM, BodyPublishers.ofString("text=" + text), headers);
    }

    @Test
    void theTokenOfALinkIsExchangedAtOnce() {
        HttpVisit invited = Visitors.anonymous();
        Answer link = invited.get("/invitation?token=abc-DEF_123");
        assertThat(link.status()).isEqualTo(303);
        assertThat(link.location()).isEqualTo("/invitation");
        assertThat(link.header("Set-Cookie").orElse(""))
                .startsWith("link=abc-DEF_123;")
                .contains("HttpOnly", "Path=/invitation")
                .containsIgnoringCase("SameSite=Lax");
        assertThat(invited.get("/invitation").body()).doesNotContain("abc-DEF_123");
        assertThat(Visitors.anonymous().get("/invitation?token=%0D%0Ax").setsCookie())
                .isFalse();
    }
}
