package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.junit.jupiter.api.Test;

/** Who covers is told of something new instead of the one who is away. */
class CoverLettersIT {

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

    @Test
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

    @Test
    void beforeAndAfterCoverTheOneWhoHasItIsTold() {
        cover("-2 HOUR", "-1 HOUR");
        cover("1 HOUR", "2 HOUR");
        patientWrites();
        assertThat(News.rows(covering)).isZero();
        News.elapse(away);
        News.take(away);
    }

    /** Quiet hours may put a letter off until its reader is away. */
    @Test
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

    @Test
    void whoIsBackWhenTheLetterIsDueGetsIt() {
        cover("-1 MINUTE", "1 HOUR");
        patientWrites();
        endCover();
        News.elapse(covering);
        News.take(away);
        News.assertNoLetter(covering);
    }

    @Test
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
    @Test
    void whoHasTakenItUnderCoverIsToldOfTheAnswer() {
        cover("-1 MINUTE", "1 HOUR");
        People.take(path.replace("/consultation/", ""), covering);
        patientWrites();
        News.elapse(covering);
        News.take(covering);
        assertThat(Visitors.signedIn(covering.email()).get("/news").location()).endsWith(path);
    }
}
