package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clinicians mark a consultation as unread in their queue, to come back to it. */
class MarkUnreadIT {

    private static final String QUEUE = "/queue?view=MINE&severity=SEVERE";
    private static final String BUTTON = "Mark as unread";

    private HttpVisit doctor;
    private String consultation;

    @BeforeEach
    void consultation() {
        Person person = People.doctor(People.GENERAL);
        consultation = People.consultation(People.patient(), "To come back to");
        People.take(consultation, person);
        doctor = Visitors.signedIn(person.email());
    }

    @Test
    void whatWasReadIsUnreadAgainInTheSamePartOfTheQueue() {
        assertThat(row().text()).contains("1 new").doesNotContain(BUTTON);
        assertThat(doctor.get("/consultation/" + consultation).status()).isEqualTo(200);
        assertThat(row().text()).doesNotContain("new").contains(BUTTON);

        Answer marked = press(doctor);
        assertThat(marked.location()).endsWith(QUEUE + "&done=marked-unread");
        assertThat(Jsoup.parse(doctor.get(marked.location()).body())
                        .select("[role=status].done")
                        .text())
                .isEqualTo("The consultation is marked as unread.");
        assertThat(row().text()).contains("1 new");
    }

    @Test
    void nobodyElseMarksIt() {
        assertThat(doctor.get("/consultation/" + consultation).status()).isEqualTo(200);
        HttpVisit other = Visitors.signedIn(People.doctor(People.BONES).email());
        assertThat(other.post("/unread/queue", button(other)).status()).isEqualTo(404);
        HttpVisit patient = Visitors.signedIn(People.patient().email());
        assertThat(patient.post("/unread/queue", HtmlForm.empty().withParameter("consultation", consultation))
                        .status())
                .isEqualTo(404);
        assertThat(row().text()).doesNotContain("new");
    }

    private Element row() {
        return Jsoup.parse(doctor.get(QUEUE).body()).expectFirst("tbody tr");
    }

    private Answer press(HttpVisit visit) {
        Element form = Jsoup.parse(visit.get(QUEUE).body()).expectFirst("#rows");
        return visit.post(form.attr("action"), button(visit));
    }

    private HtmlForm button(HttpVisit visit) {
        return HtmlForm.empty().withParameter("consultation", consultation).withParameter("shown-to", shownTo(visit));
    }

    private static String shownTo(HttpVisit visit) {
        return Jsoup.parse(visit.get("/queue").body()).select("#site").attr("data-account");
    }
}
