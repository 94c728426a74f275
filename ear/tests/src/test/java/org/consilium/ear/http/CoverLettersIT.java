package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.SentMails;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.ear.stand.WaitingTest;
import org.consilium.local.mail.Letter;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;

/** A colleague who covers gets a letter about that, and the letters about new messages instead of the absent one. */
class CoverLettersIT {

    private static final String COVER = "/cover";
    private static final String GIVEN = "You cover for a colleague";
    private static final String ENDED = "You no longer cover for a colleague";

    private final SentMails mails = Stand.get().mails();
    private final Person away = People.doctor(People.GENERAL);
    private final Person covering = People.nurse(People.SKIN);
    private final Person patient = People.patient();
    private final String path = "/consultation/" + inCare();

    private String inCare() {
        String id = People.consultation(patient, "A rash on the arm");
        People.take(id, away);
        return id;
    }

    private void patientWrites() {
        News.write(Visitors.signedIn(patient.email()), path, "It itches.");
    }

    private void cover(String from, String until) {
        People.cover(away, covering, from, until);
    }

    private void endCover() {
        Records.change(
                "UPDATE cover SET ends_at = UTC_TIMESTAMP(6) WHERE covered_id ="
                        + " (SELECT id FROM account WHERE email = ?)",
                away.email());
    }

    @WaitingTest
    void whoCoversIsToldOfTheAnswer() {
        Person other = People.doctor(People.BONES);
        cover("-1 MINUTE", "1 HOUR");
        People.cover(away, other, "-1 MINUTE", "1 HOUR");
        patientWrites();
        assertThat(News.rows(away)).isZero();
        for (Person one : new Person[] {covering, other}) {
            News.elapse(one);
            News.take(one);
            assertThat(Visitors.signedIn(one.email()).get("/news").location()).endsWith(path);
        }
        News.assertNoLetter(away);

        assertThat(Visitors.signedIn(covering.email()).get(path)).matches(Answer::isPage);
        assertThat(News.rows(covering)).isZero();
        assertThat(News.rows(other)).as("each reads for themselves").isEqualTo(1);
    }

    @WaitingTest
    void beforeAndAfterCoverTheOneWhoHasItIsTold() {
        cover("-2 HOUR", "-1 HOUR");
        cover("1 HOUR", "2 HOUR");
        patientWrites();
        assertThat(News.rows(covering)).isZero();
        News.elapse(away);
        News.take(away);
    }

    /** Quiet hours may put a letter off until its reader is away. */
    @WaitingTest
    void whoCoversWhenTheLetterIsDueGetsIt() {
        patientWrites();
        assertThat(News.rows(away)).isEqualTo(1);
        cover("-1 SECOND", "1 HOUR");
        News.elapse(away);
        News.take(covering);
        News.assertNoLetter(away);
        assertThat(News.rows(away)).isZero();

        assertThat(Visitors.signedIn(covering.email()).get(path)).matches(Answer::isPage);
        assertThat(News.rows(covering)).as("read").isZero();
    }

    @WaitingTest
    void whoIsBackWhenTheLetterIsDueGetsIt() {
        cover("-1 MINUTE", "1 HOUR");
        patientWrites();
        endCover();
        News.elapse(covering);
        News.take(away);
        News.assertNoLetter(covering);
    }

    @WaitingTest
    void whoHasReadItWhileCoveringPassesNothingOn() {
        patientWrites();
        cover("-1 SECOND", "1 HOUR");
        assertThat(Visitors.signedIn(covering.email()).get(path)).matches(Answer::isPage);
        News.elapse(away);
        News.assertNoLetter(away);
        News.assertNoLetter(covering);
        assertThat(News.rows(covering)).isZero();
    }

    /** Somebody who covers, and is in no team of it. */
    @WaitingTest
    void whoHasTakenItUnderCoverIsToldOfTheAnswer() {
        cover("-1 MINUTE", "1 HOUR");
        People.take(path.replace("/consultation/", ""), covering);
        patientWrites();
        News.elapse(covering);
        News.take(covering);
        assertThat(Visitors.signedIn(covering.email()).get("/news").location()).endsWith(path);
    }

    private static Answer give(HttpVisit office, Person colleague) {
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
        return office.post(
                COVER,
                HtmlForm.in(office.get(COVER).body(), "cover")
                        .with("colleague", colleague.email())
                        .with("until", tomorrow));
    }

    private Answer end(HttpVisit office) {
        return Visitors.press(office, COVER, "covers", "End now", covering.name());
    }

    @WaitingTest
    void whoIsNamedIsTold() {
        HttpVisit office = Visitors.signedIn(away.email());
        assertThat(give(office, covering)).matches(Answer::isDone);
        Letter letter = mails.take(covering.email(), GIVEN);
        assertThat(letter.text())
                .contains(COVER)
                .doesNotContain(away.firstName(), away.lastName(), covering.lastName());

        assertThat(give(office, covering).isDone()).as("covers already").isFalse();
        assertThat(end(office)).matches(Answer::isDone);
        assertThat(mails.take(covering.email(), ENDED).text()).contains(COVER);
        assertThat(mails.has(covering.email())).as("one letter for each step").isFalse();
        assertThat(mails.has(away.email(), GIVEN)).isFalse();
    }

    @WaitingTest
    void theLettersAreInTheLanguageOfTheirReader() {
        Records.change("UPDATE account SET language = 'es' WHERE email = ?", covering.email());
        HttpVisit office = Visitors.signedIn(away.email());
        assertThat(give(office, covering)).matches(Answer::isDone);
        mails.take(covering.email(), "Usted suple a un colega");
        assertThat(end(office)).matches(Answer::isDone);
        mails.take(covering.email(), "Ya no suple a un colega");
    }
}
