package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever writes too much has to wait on both nodes together, is told until when, and keeps what was typed. */
class WritingLimitIT {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int ALLOWED = 2;
    private static final String ENGLISH = "You have sent a lot in a short time\\. Your text is still here\\."
            + " Try again at .{7,8}, in 30 minutes\\.";
    private static final String SPANISH = "Ha enviado mucho en poco tiempo\\. Su texto sigue aquí\\."
            + " Inténtelo de nuevo a las \\d{1,2}:\\d{2}, dentro de 30 minutos\\.";
    private static final String DRAWING = "[{\"kind\":\"text\",\"points\":[0.5,0.25],\"text\":\"%s\"}]";

    private static LimitedNodes nodes;

    @BeforeAll
    static void nodes() {
        nodes = LimitedNodes.get();
    }

    @Test
    void messages() {
        Person patient = People.patient();
        String id = People.consultation(patient, "Many messages");
        assertLimited(signedIn(patient), "/consultation/" + id, "reply", "message", "Number %s", "es", SPANISH);
        assertThat(Records.messagesIn(id)).isEqualTo(1 + ALLOWED);
    }

    @Test
    void notes() {
        String id = People.consultation(People.patient(), "Many notes");
        HttpVisit nurse = signedIn(People.nurse(People.GENERAL));
        assertLimited(nurse, "/consultation/" + id, "note", "text", "Number %s", "en", ENGLISH);
        assertThat(Records.notesIn(id)).isEqualTo(ALLOWED);
    }

    @Test
    void newConsultations() {
        Person patient = People.patient();
        assertLimited(signedIn(patient), "/consultation/new", "new", "description", "Number %s", "en", ENGLISH);
        assertThat(Records.consultationsOf(patient.email())).isEqualTo(ALLOWED);
    }

    @Test
    void drawings() {
        Person patient = People.patient();
        String consultation = People.consultation(patient, "Many drawings");
        HttpVisit sender = signedIn(patient);
        String image = Uploads.send(sender, SamplePhotos.disc(40, 30, Color.RED), consultation);
        String path = "/consultation/" + consultation;
        HtmlForm withPhoto = HtmlForm.in(sender.get(path).body(), "reply")
                .with("message", "See here")
                .with("photo-ids", image);
        assertThat(sender.post(path, withPhoto)).matches(Answer::isDone);

        HttpVisit nurse = signedIn(People.nurse(People.GENERAL));
        assertLimited(nurse, "/image/" + image, "marks", "shapes", DRAWING, "es", SPANISH);
        assertThat(Records.number("SELECT count(*) FROM image_annotation WHERE image_id = ?", image))
                .isEqualTo(ALLOWED);
    }

    @Test
    void drafts() {
        HttpVisit visit = signedIn(People.patient());
        String account = Visitors.account(visit, "/consultations");
        String version = "0";
        for (int time = 0; time < ALLOWED; time++) {
            version = saveDraft(visit, account, version).header("Draft-Version").orElseThrow();
        }
        Answer refused = saveDraft(visit, account, version);
        assertThat(refused.status()).isEqualTo(TOO_MANY_REQUESTS);
        assertThat(Integer.parseInt(refused.retryAfter())).isBetween(1, 60 * 60 / ALLOWED);
    }

    private static Answer saveDraft(HttpVisit visit, String account, String version) {
        return visit.send(
                "PUT", "/draft/submitted/consultation/new", "{}", "Shown-To", account, "Draft-Version", version);
    }

    private static HttpVisit signedIn(Person person) {
        return Visitors.signedIn(nodes.turn(0).address(), person);
    }

    /** Sends a form as often as it is allowed, and once more, to both nodes in turn. */
    private static void assertLimited(
            HttpVisit visit, String path, String form, String field, String text, String language, String told) {
        HttpVisit[] turns = {visit, visit.ledTo(nodes.turn(1).address())};
        for (int time = 0; time < ALLOWED; time++) {
            assertThat(turns[time % 2].post(
                            path, filled(turns[time % 2], path, form).with(field, text.formatted(time))))
                    .matches(Answer::isDone);
        }
        HtmlForm refused = filled(visit, path, form).with(field, text.formatted("the last"));
        Answer answer = visit.post(path, refused, "Accept-Language", language);
        assertThat(answer.status()).isEqualTo(TOO_MANY_REQUESTS);
        assertThat(Integer.parseInt(answer.retryAfter())).isBetween(1, 60 * 60 / ALLOWED);
        assertThat(answer.body()).containsPattern(told).contains("the last");
    }

    private static HtmlForm filled(HttpVisit visit, String path, String form) {
        HtmlForm empty = HtmlForm.in(visit.get(path).body(), form);
        return form.equals("new")
                ? empty.with("title", "Many")
                        .with("bodySite", "ARM")
                        .with("since", "")
                        .with("severity", "MILD")
                : empty;
    }
}
