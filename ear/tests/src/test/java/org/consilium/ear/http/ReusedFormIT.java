package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** The key of a form that was sent, with other content: the person is told, keeps what was typed, and can send it. */
class ReusedFormIT {

    private static final int CONFLICT = 409;
    private static final String ENGLISH = "This form was sent before with different content";
    private static final String SPANISH = "Este formulario ya se envió con otro contenido";

    @Test
    void aMessageWithOtherWordsIsSentOnTheSecondAttempt() {
        Person patient = People.patient();
        String id = People.consultation(patient, "Other words");
        HttpVisit visit = Visitors.signedIn(patient.email());
        assertSentOnTheSecondAttempt(visit, "/consultation/" + id, "reply", "message", "es", SPANISH);
        assertThat(Records.messagesIn(id)).isEqualTo(3);
    }

    @Test
    void aNoteWithOtherWordsIsAddedOnTheSecondAttempt() {
        String id = People.consultation(People.patient(), "Other notes");
        HttpVisit visit = Visitors.signedIn(People.nurse(People.GENERAL).email());
        assertSentOnTheSecondAttempt(visit, "/consultation/" + id, "note", "text", "en", ENGLISH);
        assertThat(Records.notesIn(id)).isEqualTo(2);
    }

    @Test
    void aNewConsultationWithOtherWordsIsSentOnTheSecondAttempt() {
        Person patient = People.patient();
        HttpVisit visit = Visitors.signedIn(patient.email());
        assertSentOnTheSecondAttempt(visit, "/consultation/new", "new", "description", "en", ENGLISH);
        assertThat(Records.consultationsOf(patient.email())).isEqualTo(2);
    }

    @Test
    void aMessageToAnotherConsultationIsSentOnTheSecondAttempt() {
        Person patient = People.patient();
        String one = "/consultation/" + People.consultation(patient, "One");
        String id = People.consultation(patient, "Another");
        String another = "/consultation/" + id;
        HttpVisit visit = Visitors.signedIn(patient.email());
        HtmlForm first = HtmlForm.in(visit.get(one).body(), "reply").with("message", "The same words");
        assertThat(visit.post(one, first)).matches(Answer::isDone);

        HtmlForm second = HtmlForm.in(visit.get(another).body(), "reply")
                .with("message", "The same words")
                .with("key", first.value("key"));
        Answer refused = visit.post(another, second);
        assertRefused(refused, ENGLISH, "The same words");
        assertThat(Records.messagesIn(id)).isEqualTo(1);
        HtmlForm again = HtmlForm.in(refused.body(), "reply").with("message", "The same words");
        assertThat(visit.post(another, again)).matches(Answer::isDone);
        assertThat(Records.messagesIn(id)).isEqualTo(2);
    }

    private static void assertSentOnTheSecondAttempt(
            HttpVisit visit, String path, String form, String field, String language, String text) {
        HtmlForm first = filled(visit.get(path), form).with(field, "The first words");
        assertThat(visit.post(path, first)).matches(Answer::isDone);

        HtmlForm second =
                filled(visit.get(path), form).with(field, "The second words").with("key", first.value("key"));
        Answer refused = visit.post(path, second, "Accept-Language", language);
        assertRefused(refused, text, "The second words");
        HtmlForm again = filled(refused, form).with(field, "The second words");
        assertThat(again.value("key")).isNotEqualTo(first.value("key"));
        assertThat(visit.post(path, again)).matches(Answer::isDone);
    }

    private static HtmlForm filled(Answer page, String form) {
        HtmlForm empty = HtmlForm.in(page.body(), form);
        return form.equals("new")
                ? empty.with("title", "Reused")
                        .with("bodySite", "ARM")
                        .with("since", "")
                        .with("severity", "MILD")
                : empty;
    }

    private static void assertRefused(Answer refused, String text, String typed) {
        assertThat(refused.status()).isEqualTo(CONFLICT);
        assertThat(refused.body()).contains(text).contains(typed);
    }
}
