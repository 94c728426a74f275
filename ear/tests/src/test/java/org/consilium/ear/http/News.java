package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.local.mail.Letter;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;

/** Writings that somebody is told of by a letter, unless they read them before. */
final class News {

    static final String SUBJECT = "There is something new for you";

    static final String ROWS_OF =
            " FROM unread_notification n JOIN account a ON a.id = n.account_id" + " WHERE a.email = ?";

    /** Longer than two runs of the timer. */
    private static final Duration LATER = Duration.ofSeconds(30);

    private News() {}

    static void write(HttpVisit visit, String page, String text) {
        HtmlForm reply = HtmlForm.in(visit.get(page).body(), "reply").with("message", text);
        assertThat(visit.post(page, reply)).matches(Answer::isDone);
    }

    /** How many consultations are noted for somebody. */
    static long rows(Person person) {
        return Records.number("SELECT COUNT(*)" + ROWS_OF, person.email());
    }

    /** As if ten minutes had passed. */
    static void elapse(Person person) {
        Records.change(
                "UPDATE unread_notification SET due_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE due_at IS NOT NULL"
                        + " AND account_id = (SELECT id FROM account WHERE email = ?)",
                person.email());
    }

    static Letter take(Person person) {
        return Stand.get().mails().take(person.email(), SUBJECT);
    }

    /** Once the timer has looked at all that is due, there is no letter. */
    static void assertNoLetter(Person person) {
        await().atMost(LATER)
                .until(() -> Records.number(
                                "SELECT COUNT(*)" + ROWS_OF + " AND n.due_at <= UTC_TIMESTAMP(6)", person.email())
                        == 0);
        await().atMost(LATER)
                .until(() -> Records.number("SELECT COUNT(*) FROM letter WHERE recipient = ?", person.email()) == 0);
        assertThat(Stand.get().mails().has(person.email(), SUBJECT)).isFalse();
    }
}
