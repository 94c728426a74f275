package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.consilium.ear.stand.EmergencyForms;
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

/** The pages of emergency access: the doctor's, and the privacy officer's at another node. */
class EmergencyPagesIT {

    private static final String TITLE = "Cannot breathe";

    private final Person patient = People.patient();
    private final String consultation = "/consultation/" + People.consultation(patient, TITLE);
    private final Person person = People.doctor(People.SKIN);
    private final HttpVisit doctor = Visitors.signedIn(person.email());

    private Document page(String path) {
        return Visitors.page(doctor, path);
    }

    @Test
    void aSearchShowsThatThereIsARecordAndNothingOfIt() {
        long before = Trail.newest();
        String found =
                EmergencyForms.find(doctor, patient, EmergencyForms.BIRTH).location();
        assertThat(Trail.rows("id > ? AND kind = 'SEARCH'", before))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.step()).isEqualTo("SEARCH FIND_PATIENT DONE");
                    assertThat(row.detail()).isEqualTo("results=1 kind=name-and-birth-date");
                });
        assertThat(found).doesNotContainIgnoringCase(patient.lastName()).doesNotContain("1990");
        Document page = page(found);
        assertThat(page.text())
                .contains("There is a record with this name and date of birth.")
                .doesNotContain(TITLE, "General care", patient.lastName());
        assertThat(page.select("form#open")).hasSize(1);

        Document none = page(EmergencyForms.find(doctor, patient, "1990-02-04").location());
        assertThat(none.text()).contains("There is no record with this name and date of birth.");
        assertThat(none.select("form#open")).isEmpty();
        assertThat(doctor.get(consultation).status()).isEqualTo(404);
    }

    @Test
    void aSearchWithoutADateOfBirthIsRefused() {
        Answer refused = EmergencyForms.find(doctor, patient, "");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body()).doesNotContain("There is a record");
    }

    @Test
    void everyPageSaysThatARecordIsOpenUntilItIsEnded() {
        String list = EmergencyForms.open(doctor, patient).location();
        assertThat(list).matches(".*/emergency/[A-Za-z0-9_-]{22}[?]done=emergency-opened");
        Document opened = page(list);
        assertThat(opened.select(".done").text()).isEqualTo("The record is open. Each access is on record.");
        assertThat(opened.select("table.queue a").eachAttr("href")).containsExactly(consultation);
        for (String path : new String[] {consultation, "/queue", "/account", EmergencyForms.PAGE}) {
            assertThat(page(path).select("aside.emergency").text())
                    .as(path)
                    .contains("Emergency access:", patient.name(), "End now");
        }
        Document thread = page(consultation);
        assertThat(thread.text()).contains(TITLE);
        assertThat(thread.select("form#note")).hasSize(1);
        assertThat(thread.select("form#take, form#handover, form#closing")).isEmpty();

        assertThat(EmergencyForms.end(doctor, thread).location()).endsWith("/emergency?done=emergency-ended");
        assertThat(page(EmergencyForms.PAGE + "?done=emergency-ended")
                        .select(".done")
                        .text())
                .isEqualTo("The emergency access has ended.");
        assertThat(page("/queue").select("aside.emergency")).isEmpty();
        assertThat(doctor.get(consultation).status()).isEqualTo(404);
        assertThat(doctor.get(list).status()).isEqualTo(404);
        assertThat(EmergencyForms.end(doctor, thread).status()).as("again").isEqualTo(404);
    }

    @Test
    void aFormOfAnotherSiteOrPersonEndsNothing() {
        var unused = EmergencyForms.open(doctor, patient);
        Document thread = page(consultation);
        String action = thread.select("aside.emergency form").attr("action");
        assertThat(doctor.post(action, HtmlForm.empty().withParameter("shown-to", People.id()))
                        .isDone())
                .isFalse();
        assertThat(doctor.get(consultation).status()).isEqualTo(200);
    }

    @Test
    void aRowIsMarkedAsUnreadFromTheList() {
        String list = EmergencyForms.open(doctor, patient)
                .location()
                .replaceFirst("[?].*", "")
                .replaceFirst("^.*(?=/emergency/)", "");
        assertThat(doctor.get(consultation).status()).isEqualTo(200);
        Document shown = page(list);
        Answer marked = doctor.post(
                shown.select("form#rows").attr("action"),
                HtmlForm.empty()
                        .withParameter(
                                "consultation",
                                shown.select("table.queue button").attr("value"))
                        .withParameter("shown-to", shown.select("#site").attr("data-account")));
        assertThat(marked.location()).endsWith(list + "?done=marked-unread");
        assertThat(page(list).select("table.queue .unread")).hasSize(1);
    }

    @Test
    void aSecondPatientHasToWait() {
        Person other = People.patient();
        assertThat(EmergencyForms.open(doctor, patient).isDone()).isTrue();
        assertThat(EmergencyForms.open(doctor, other).body())
                .contains("You have opened the record of another patient.");
    }

    /** At the node that asks again some seconds after the sign-in. */
    @Test
    void nobodyOpensFromASessionThatWasLeftOpen() {
        HttpVisit visit = Visitors.signedIn(Stand.get().secondNode().address(), person);
        String found = EmergencyForms.find(visit, patient, EmergencyForms.BIRTH).location();
        await().pollInterval(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(30))
                .until(() -> !Visitors.page(visit, found)
                        .select("form#open input[type=password]")
                        .isEmpty());
        HtmlForm form = HtmlForm.in(visit.get(found).body(), "open")
                .with("reason", "OTHER")
                .with("words", "Blue lips");
        assertThat(visit.post(found, form).body()).contains("Please show that it is you first.");
        assertThat(Records.number(
                        "SELECT COUNT(*) FROM emergency_access e JOIN account a ON a.id = e.clinician_id WHERE a.email = ?",
                        person.email()))
                .isZero();
        HtmlForm proved = HtmlForm.in(visit.get(found).body(), "open")
                .with("reason", "OTHER")
                .with("words", "Blue lips")
                .with("password", People.PASSWORD);
        assertThat(visit.post(found, proved).location()).contains("done=emergency-opened");
    }

    @Test
    void openPagesOfOfficersLearnOfItAtAnyNode() {
        HttpVisit elsewhere = Visitors.signedIn(Stand.get().secondNode().address(), person);
        HttpVisit officer = Visitors.signedIn(People.privacyOfficer().email());
        String before =
                Visitors.page(officer, EmergencyForms.QUEUE).select("#site").attr("data-mark");
        assertThat(before).isNotEmpty();
        assertThat(EmergencyForms.open(elsewhere, patient).isDone()).isTrue();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !officer.get("/live").body().equals(before));
        Document queue = Visitors.page(officer, EmergencyForms.QUEUE);
        assertThat(queue.select("li.row").eachText().getFirst())
                .contains(person.name(), "Doctor", patient.name(), "The patient’s life is at risk", "Blue lips");
        assertThat(queue.text()).doesNotContain(TITLE);
    }

    @Test
    void anOfficerHoldsTheLetterBackAndLetsItGo() {
        assertThat(EmergencyForms.open(doctor, patient).isDone()).isTrue();
        HttpVisit officer = Visitors.signedIn(People.privacyOfficer().email());
        String details = EmergencyForms.details(officer, person);
        Answer without = officer.post(details, HtmlForm.in(officer.get(details).body(), "hold"));
        assertThat(without.isDone()).as("without a reason").isFalse();
        Answer held = officer.post(
                details,
                HtmlForm.in(officer.get(details).body(), "hold").with("reason", "Somebody else reads the mail"));
        assertThat(held.location()).endsWith(details + "?done=letter-held");
        Document page = Visitors.page(officer, details);
        assertThat(page.text()).contains("held back", "Somebody else reads the mail");
        assertThat(page.select("form#hold")).isEmpty();

        assertThat(EmergencyForms.sendLetter(officer, details).location()).endsWith(details + "?done=letter-let-go");
        assertThat(Stand.get().mails().take(patient.email(), "Someone on our staff has opened your pages"))
                .isNotNull();
        assertThat(Visitors.page(officer, details).select("form#hold, form#letter"))
                .isEmpty();
    }

    @Test
    void whoSearchesForOneAfterTheOtherHasToWait() {
        Answer last = EmergencyForms.find(doctor, patient, "1990-02-04");
        for (int i = 0; i < 40 && last.status() != 429; i++) {
            last = EmergencyForms.find(doctor, patient, "1990-02-04");
        }
        assertThat(last.status()).isEqualTo(429);
    }
}
