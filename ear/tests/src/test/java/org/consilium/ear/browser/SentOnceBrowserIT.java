package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visit;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** What is sent twice, by an impatient finger or a network that repeats itself, is there once. */
class SentOnceBrowserIT {

    private static final int CONFLICT = 409;

    @Test
    void aDoubleClickSendsOneMessage() {
        Person patient = People.patient();
        String id = People.consultation(patient, "Impatient");
        try (Visit visit = Visit.of(patient.email()).open("/consultation/" + id)) {
            visit.fill("Message", "Please hurry.");
            visit.button("Send").dblclick();
            assertThat(visit.notice()).hasText("Your message was sent.");
            assertThat(visit.content().locator(".entry")).hasCount(2);
            assertThat(Records.messagesIn(id)).isEqualTo(2);
        }
    }

    @Test
    void aReplayedMessageIsStoredOnce() {
        Person patient = People.patient();
        String path = "/consultation/" + People.consultation(patient, "Replayed");
        String id = path.substring("/consultation/".length());
        HttpVisit visit = Visitors.signedIn(patient.email());
        HtmlForm form = HtmlForm.in(visit.get(path).body(), "reply").with("message", "Twice on its way");
        Answer first = visit.post(path, form);
        Answer second = visit.post(path, form);
        assertThat(first.status()).isEqualTo(302);
        assertThat(second.status()).isEqualTo(302);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(Records.messagesIn(id)).isEqualTo(2);
    }

    @Test
    void aReplayedConsultationIsStoredOnceAndLeadsToTheSamePlace() {
        Person patient = People.patient();
        HttpVisit visit = Visitors.signedIn(patient.email());
        HtmlForm form = HtmlForm.in(visit.get("/consultation/new").body(), "new")
                .with("title", "Sent twice")
                .with("description", "Twice on its way")
                .with("bodySite", "ARM")
                .with("since", "")
                .with("severity", "MILD");
        Answer first = visit.post("/consultation/new", form);
        Answer second = visit.post("/consultation/new", form);
        assertThat(first.header("Location").orElse("")).contains("/consultation/");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(Records.consultationsOf(patient.email())).isEqualTo(1);
    }

    @Test
    void aReplayedStaffNoteIsStoredOnce() {
        String id = People.consultation(People.patient(), "Noted");
        HttpVisit visit = Visitors.signedIn(People.nurse(People.GENERAL).email());
        String path = "/consultation/" + id;
        HtmlForm form = HtmlForm.in(visit.get(path).body(), "note").with("text", "Twice on its way");
        visit.post(path, form);
        visit.post(path, form);
        assertThat(Records.notesIn(id)).isEqualTo(1);
    }

    /** As with a draft whose first attempt was stored, although its answer never came. */
    @Test
    void aDraftThatWasSentWithOtherWordsIsSentOnTheSecondAttempt() {
        Person patient = People.patient();
        String id = People.consultation(patient, "Changed draft");
        String path = "/consultation/" + id;
        HttpVisit lost = Visitors.signedIn(patient.email());
        HtmlForm first = HtmlForm.in(lost.get(path).body(), "reply").with("message", "It hurts.");
        assertThat(lost.post(path, first).status()).isEqualTo(302);
        try (Visit visit = Visit.of(patient.email()).expect(CONFLICT).open(path)) {
            visit.page()
                    .locator("[id='reply:key']")
                    .evaluate("(field, key) => { field.value = key; }", first.value("key"));
            visit.fill("Message", "It hurts a lot.");
            visit.press("Send");
            assertThat(visit.alert()).containsText("This form was sent before with different content");
            assertThat(visit.field("Message")).hasValue("It hurts a lot.");
            visit.press("Send");
            assertThat(visit.notice()).hasText("Your message was sent.");
            assertThat(Records.messagesIn(id)).isEqualTo(3);
        }
    }
}
