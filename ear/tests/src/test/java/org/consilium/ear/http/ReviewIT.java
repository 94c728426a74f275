package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A privacy officer decides about each finding, once and in time. */
class ReviewIT extends InReview {

    private static final Duration FOUND = Duration.ofMinutes(5);
    private static final String REVIEWED = "/privacy/reviewed";

    private static Answer decide(HttpVisit visit, String finding, String comment) {
        String page = LIST + "/" + finding;
        return visit.post(
                page,
                HtmlForm.in(visit.get(page).body(), "decide")
                        .with("outcome", "EDUCATION")
                        .with("comment", comment));
    }

    @Test
    void anOfficerSignsOnce() {
        String finding = People.finding(doctor, patient);
        String page = LIST + "/" + finding;
        HtmlForm same = HtmlForm.in(asOfficer.get(page).body(), "decide")
                .with("outcome", "INCIDENT")
                .with("comment", "Once more");
        Answer without = asOfficer.post(page, HtmlForm.in(asOfficer.get(page).body(), "decide"));
        assertThat(without.isDone()).as("without an outcome").isFalse();
        assertThat(decide(asOfficer, finding, "Talked to both").location()).endsWith(LIST + "?done=reviewed");
        assertThat(Visitors.page(asOfficer, LIST).select("#finding-" + finding)).isEmpty();
        assertThat(Visitors.page(asOfficer, REVIEWED)
                        .select("#finding-" + finding)
                        .text())
                .contains("Education needed", "Talked to both", "Signed by " + officer.name());
        assertThat(asOfficer.post(page, same).body()).contains("This was reviewed in the meantime.");
        Document details = Visitors.page(asOfficer, page);
        assertThat(details.select("form#decide")).isEmpty();
        assertThat(details.text()).contains("Talked to both").doesNotContain("Once more");
        assertThat(Records.number(
                        "SELECT COUNT(*) FROM review_decision d JOIN review_finding f ON f.id = d.finding_id"
                                + " WHERE f.public_id = ? AND d.officer_id = ? AND d.outcome = 'EDUCATION'",
                        finding,
                        People.key(officer)))
                .isEqualTo(1);
        assertThat(Trail.rows("record = ? AND action = 'DECIDE_REVIEW' AND outcome = 'DONE'", finding))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.reason()).isEqualTo("EDUCATION");
                    assertThat(row.patient()).isEqualTo(People.key(patient));
                    assertThat(row.recordType()).isEqualTo("FINDING");
                });
    }

    /** At the node that asks again some seconds after the sign-in. */
    @Test
    void nobodySignsFromASessionThatWasLeftOpen() {
        HttpVisit visit = FreshAuthenticationIT.officer();
        String finding = People.finding(doctor, patient);
        String page = LIST + "/" + finding;
        await().pollInterval(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(30))
                .until(() -> !Visitors.page(visit, page)
                        .select("form#decide input[type=password]")
                        .isEmpty());
        assertThat(decide(visit, finding, "Not signed").body()).contains("Please show that it is you first.");
        HtmlForm proved = HtmlForm.in(visit.get(page).body(), "decide")
                .with("outcome", "APPROPRIATE")
                .with("comment", "On call")
                .with("password", People.PASSWORD);
        assertThat(visit.post(page, proved).location()).endsWith("done=reviewed");
    }

    @Test
    void whatIsNotReviewedInTimeGoesToASecondOfficer() {
        Person second = People.privacyOfficer();
        String finding = People.finding(doctor, patient);
        assertThat(asOfficer.get(LIST + "/" + finding).status()).isEqualTo(200);
        Records.change(
                "UPDATE review_finding SET due_at = UTC_TIMESTAMP(6) - INTERVAL 1 HOUR,"
                        + " hand_on_at = UTC_TIMESTAMP(6) - INTERVAL 1 HOUR WHERE public_id = ?",
                finding);
        Records.change("UPDATE review_position SET at = '1970-01-01' WHERE name = 'LETTERS'");
        assertThat(Stand.get()
                        .mails()
                        .take(second.email(), "Something is waiting for a second reviewer")
                        .text())
                .contains(LIST)
                .doesNotContain(doctor.lastName(), patient.lastName(), TITLE);
        assertThat(Stand.get().mails().has(officer.email())).isFalse();
        assertThat(shown(finding)).contains("Overdue.");
        assertThat(Visitors.page(asOfficer, LIST + "/" + finding).text())
                .contains("You opened this, and it was not reviewed in time.");
        assertThat(decide(asOfficer, finding, "Too late").body())
                .contains("This was not reviewed in time. Another privacy officer reviews it now.");
        assertThat(decide(signedIn(second), finding, "Seen").location()).endsWith("done=reviewed");
    }

    @Test
    void nobodyReviewsThemselves() {
        String finding = People.finding(officer, patient);
        assertThat(Visitors.page(asOfficer, LIST).select("#finding-" + finding)).isEmpty();
        assertThat(asOfficer.get(LIST + "/" + finding).status()).isEqualTo(404);
        HttpVisit other = signedIn(People.privacyOfficer());
        assertThat(decide(other, finding, "Seen").location()).endsWith("done=reviewed");
        assertThat(Visitors.page(other, REVIEWED).select("#finding-" + finding)).hasSize(1);
        assertThat(Visitors.page(asOfficer, REVIEWED).select("#finding-" + finding))
                .isEmpty();
    }

    /**
     * Any node may look through the trail, also one of other tests, which has another Redis: then the next finding is
     * told of. Two of up to nine nodes are of this cluster.
     */
    @Test
    void openPagesOfOfficersLearnOfFindingsAtAnyNode() {
        URI elsewhere = Stand.get().secondNode().address();
        HttpVisit open = signedIn(officer);
        String before = Visitors.page(open, LIST).select("#site").attr("data-mark");
        assertThat(before).isNotEmpty();
        await().pollInterval(Duration.ofSeconds(5)).atMost(FOUND).until(() -> {
            HttpVisit stranger = Visitors.signedIn(elsewhere, People.doctor(People.BONES));
            assertThat(stranger.get(path).status()).isEqualTo(404);
            return !open.get("/live").body().equals(before);
        });
        assertThat(Visitors.page(open, LIST).text()).contains("No treatment relationship");
    }
}
