package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jspecify.annotations.Nullable;

/**
 * A patient who reads their consultation and writes to it, again and again. A form that got no answer is sent again as
 * it was, until it is acknowledged; what was acknowledged is remembered.
 */
final class MessagingPatient {

    /** A message that is on its way. */
    private record Draft(HtmlForm form, String text) {}

    private final Person person = People.patient();
    private final String title = "Letters of " + person.lastName();
    private final String consultation = People.consultation(person, title);
    private final HttpVisit visit;
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final List<Answer> failures = new CopyOnWriteArrayList<>();
    private final List<String> wrongs = new CopyOnWriteArrayList<>();
    private volatile @Nullable Draft draft;

    private MessagingPatient(URI home) {
        visit = Visitors.signedIn(home, person);
    }

    static MessagingPatient signedIn(URI home) {
        return new MessagingPatient(home);
    }

    Person person() {
        return person;
    }

    String consultation() {
        return consultation;
    }

    String path() {
        return "/consultation/" + consultation;
    }

    HttpVisit visit() {
        return visit;
    }

    /** Reads, and writes a message; or sends the last once more, if it is not known what became of it. */
    void step() {
        Draft waiting = draft;
        Draft sending = waiting == null ? read() : waiting;
        draft = sending;
        if (sending != null) {
            send(sending);
        }
    }

    private @Nullable Draft read() {
        Answer page = visit.get(path());
        note(page);
        if (!page.isPage()) {
            return null;
        }
        String last = acknowledged.isEmpty() ? title : acknowledged.get(acknowledged.size() - 1);
        wrongs.addAll(new ThreadPage(page.body(), person).wrongs(title, last));
        String text = "Letter " + (acknowledged.size() + 1) + " of " + person.lastName();
        return new Draft(HtmlForm.in(page.body(), "reply").with("message", text), text);
    }

    private void send(Draft sending) {
        Answer answer = visit.post(path(), sending.form());
        note(answer);
        if (answer.isDone()) {
            acknowledged.add(sending.text());
            draft = null;
        }
    }

    private void note(Answer answer) {
        if (answer.isFailure()) {
            failures.add(answer);
        } else if (!answer.isPage() && !answer.isDone()) {
            wrongs.add((answer.isSignIn() ? "signed out: " : "unexpected: ") + answer);
        }
    }

    int acknowledged() {
        return acknowledged.size();
    }

    boolean isAllAcknowledged() {
        return draft == null;
    }

    List<Answer> failures() {
        return List.copyOf(failures);
    }

    List<String> wrongs() {
        return List.copyOf(wrongs);
    }

    /** Every message that was acknowledged is there once, and nothing else is. */
    void assertKept() {
        assertThat(wrongs).as("what %s should not have seen", person.name()).isEmpty();
        for (String text : acknowledged) {
            assertThat(copies(text)).as("copies of %s", text).isEqualTo(1);
        }
        assertThat(Records.messagesIn(consultation))
                .as("messages, with the first")
                .isEqualTo(acknowledged.size() + 1);
    }

    private long copies(String text) {
        return Records.number(
                "SELECT COUNT(*) FROM message m JOIN consultation c ON c.id = m.consultation_id"
                        + " WHERE c.public_id = ? AND m.body = ?",
                consultation,
                text);
    }
}
