package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.consilium.ear.browser.Hospital.Person;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.Test;

/** What is sent twice, by an impatient finger or a network that repeats itself, is there once. */
class SentOnceBrowserIT {

    @Test
    void aDoubleClickSendsOneMessage() {
        Person patient = Hospital.patient();
        String id = Hospital.consultation(patient, "Impatient");
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
        Person patient = Hospital.patient();
        String path = "/consultation/" + Hospital.consultation(patient, "Replayed");
        String id = path.substring("/consultation/".length());
        PlainVisit visit = PlainVisit.of(patient.email());
        Form form = Form.in(visit.get(path).body(), "reply").with("message", "Twice on its way");
        HttpResponse<String> first = visit.post(path, form);
        HttpResponse<String> second = visit.post(path, form);
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(second.statusCode()).isEqualTo(302);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(Records.messagesIn(id)).isEqualTo(2);
    }

    @Test
    void aReplayedConsultationIsStoredOnceAndLeadsToTheSamePlace() {
        Person patient = Hospital.patient();
        PlainVisit visit = PlainVisit.of(patient.email());
        Form form = Form.in(visit.get("/consultation/new").body(), "new")
                .with("title", "Sent twice")
                .with("description", "Twice on its way")
                .with("bodySite", "ARM")
                .with("since", "")
                .with("severity", "MILD");
        HttpResponse<String> first = visit.post("/consultation/new", form);
        HttpResponse<String> second = visit.post("/consultation/new", form);
        assertThat(first.headers().firstValue("Location").orElse("")).contains("/consultation/");
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(Records.consultationsOf(patient.email())).isEqualTo(1);
    }

    @Test
    void aReplayedStaffNoteIsStoredOnce() {
        String id = Hospital.consultation(Hospital.patient(), "Noted");
        PlainVisit visit = PlainVisit.of(Hospital.nurse(Hospital.GENERAL).email());
        String path = "/consultation/" + id;
        Form form = Form.in(visit.get(path).body(), "note").with("text", "Twice on its way");
        visit.post(path, form);
        visit.post(path, form);
        assertThat(Records.notesIn(id)).isEqualTo(1);
    }
}
