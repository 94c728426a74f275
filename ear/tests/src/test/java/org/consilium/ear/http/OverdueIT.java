package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.SentMails;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.ear.stand.WaitingTest;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.BeforeAll;

/** A team is told once of a consultation that nobody takes, and later its lead. */
class OverdueIT {

    private static final String WAITING = "Something is waiting for your team";
    private static final String STILL_WAITING = "Something is still waiting for your team";

    /** Lists of teams are as old as half a minute. */
    private static final Duration LISTED = Duration.ofSeconds(40);

    private final SentMails mails = Stand.get().mails();
    private final Person patient = People.patient();
    private final String team = team();
    private final Person doctor = People.doctor(team);
    private final Person nurse = People.nurse(team);

    /** So that two nodes look for what waits. */
    @BeforeAll
    static void anotherNode() {
        var unused = Stand.get().secondNode();
    }

    /** One with a response time of a minute, and a lead time that never comes. */
    private static String team() {
        var unused = Stand.get().node();
        String id = People.id();
        Records.change(
                "INSERT INTO team (public_id, name, response_minutes, lead_minutes) VALUES (?, ?, 1, 600000)",
                id,
                "Overdue " + id);
        return id;
    }

    private static void lead(String team, Person lead, int minutes) {
        Records.change(
                "UPDATE team SET lead_minutes = ?, lead_id = (SELECT id FROM account WHERE email = ?) WHERE public_id = ?",
                minutes,
                lead.email(),
                team);
    }

    private String waiting(String team) {
        String consultation = People.consultation(patient, "Nobody comes");
        People.give(consultation, team);
        queue(consultation, 30);
        return consultation;
    }

    /** As if it had come into the queue so many days ago. */
    private static void queue(String consultation, int days) {
        Records.change(
                "UPDATE consultation SET waiting_since = UTC_TIMESTAMP(6) - INTERVAL 30 DAY,"
                        + " queued_since = UTC_TIMESTAMP(6) - INTERVAL ? DAY WHERE public_id = ?",
                days,
                consultation);
    }

    /** As if the last letter to the team were long ago. */
    private static void elapse(String team) {
        Records.change(
                "UPDATE overdue_letter SET told_at = told_at - INTERVAL 1 DAY"
                        + " WHERE team_id = (SELECT id FROM team WHERE public_id = ?)",
                team);
    }

    /** Waits until the timer has looked through all queues since now: another team gets its letter, twice. */
    private void awaitRuns() {
        for (int run = 0; run < 2; run++) {
            String other = team();
            Person member = People.doctor(other);
            waiting(other);
            mails.take(member.email(), WAITING);
        }
    }

    private void assertNobodyIsTold() {
        for (Person person : new Person[] {doctor, nurse}) {
            assertThat(Records.number("SELECT COUNT(*) FROM letter WHERE recipient = ?", person.email()))
                    .isZero();
            assertThat(mails.has(person.email())).isFalse();
        }
    }

    @WaitingTest
    void theTeamIsToldOnceAndItsLeadLater() {
        Person disabled = People.doctor(team);
        Records.change("UPDATE account SET status = 'DISABLED' WHERE email = ?", disabled.email());
        lead(team, doctor, 600_000);
        waiting(team);
        for (Person member : new Person[] {doctor, nurse}) {
            assertThat(mails.take(member.email(), WAITING).text())
                    .contains("/queue")
                    .doesNotContain("Nobody comes", patient.lastName(), "Overdue");
        }
        elapse(team);
        awaitRuns();
        assertNobodyIsTold();
        assertThat(mails.has(disabled.email())).isFalse();

        lead(team, doctor, 2);
        mails.take(doctor.email(), STILL_WAITING);
        elapse(team);
        awaitRuns();
        assertNobodyIsTold();
    }

    /** The second consultation came later than the first one was told of, and has waited for as long since. */
    @WaitingTest
    void theNextOneIsToldOfAfterAPause() {
        waiting(team);
        mails.take(doctor.email(), WAITING);
        mails.take(nurse.email(), WAITING);
        Records.change(
                "UPDATE overdue_letter SET told_up_to = UTC_TIMESTAMP(6) - INTERVAL 29 DAY"
                        + " WHERE team_id = (SELECT id FROM team WHERE public_id = ?)",
                team);
        queue(waiting(team), 20);
        awaitRuns();
        assertNobodyIsTold();
        elapse(team);
        mails.take(doctor.email(), WAITING);
        mails.take(nurse.email(), WAITING);
    }

    @WaitingTest
    void nobodyIsToldOfOneThatIsTaken() {
        Records.change("UPDATE team SET response_minutes = 600000 WHERE public_id = ?", team);
        String taken = waiting(team);
        HttpVisit visit = Visitors.signedIn(nurse.email());
        String path = "/consultation/" + taken;
        assertThat(visit.post(path, HtmlForm.in(visit.get(path).body(), "take")))
                .matches(Answer::isDone);
        Records.change("UPDATE team SET response_minutes = 1 WHERE public_id = ?", team);
        awaitRuns();
        assertNobodyIsTold();
    }

    @WaitingTest
    void aHandOverBeginsAnew() {
        String other = team();
        Person member = People.doctor(other);
        String consultation = waiting(team);
        mails.take(doctor.email(), WAITING);
        mails.take(nurse.email(), WAITING);
        HttpVisit visit = Visitors.signedIn(doctor.email());
        String path = "/consultation/" + consultation;
        await().atMost(LISTED).until(() -> visit.get(path).body().contains(other));
        assertThat(visit.post(
                        path, HtmlForm.in(visit.get(path).body(), "handover").with("team", other)))
                .matches(Answer::isDone);
        Records.change("UPDATE team SET response_minutes = 600000 WHERE public_id = ?", other);
        assertThat(Records.number(
                        "SELECT COUNT(*) FROM consultation WHERE public_id = ?"
                                + " AND queued_since > UTC_TIMESTAMP(6) - INTERVAL 5 MINUTE"
                                + " AND waiting_since < UTC_TIMESTAMP(6) - INTERVAL 29 DAY",
                        consultation))
                .isEqualTo(1);
        awaitRuns();
        assertThat(mails.has(member.email())).isFalse();
        queue(consultation, 29);
        Records.change("UPDATE team SET response_minutes = 1 WHERE public_id = ?", other);
        mails.take(member.email(), WAITING);
        awaitRuns();
        assertNobodyIsTold();
    }

    @WaitingTest
    void anAdministratorNamesTheLead() {
        HttpVisit office = Visitors.signedIn(People.administrator().email());
        String page = "/teams?team=" + team;
        String id = Records.text("SELECT public_id FROM account WHERE email = ?", nurse.email());
        HtmlForm form = HtmlForm.in(office.get(page).body(), "team")
                .with("response", "45")
                .with("late", "")
                .with("lead", id);
        assertThat(office.post(page, form).location()).endsWith("/teams?done=team-changed");
        assertThat(Records.number(
                        "SELECT COUNT(*) FROM team t JOIN account a ON a.id = t.lead_id WHERE t.public_id = ?"
                                + " AND a.email = ? AND t.response_minutes = 45 AND t.lead_minutes IS NULL",
                        team,
                        nurse.email()))
                .isEqualTo(1);
        assertThat(office.get("/teams").body()).contains(nurse.name());

        String stranger = Records.text("SELECT public_id FROM account WHERE email = ?", patient.email());
        for (HtmlForm wrong : List.of(
                HtmlForm.in(office.get(page).body(), "team")
                        .with("response", "0")
                        .with("late", "")
                        .with("lead", id),
                HtmlForm.in(office.get(page).body(), "team")
                        .with("response", "x")
                        .with("late", "")
                        .with("lead", id),
                HtmlForm.in(office.get(page).body(), "team")
                        .with("response", "")
                        .with("late", "")
                        .with("lead", stranger))) {
            assertThat(office.post(page, wrong).isDone()).isFalse();
        }
        assertThat(Records.number("SELECT response_minutes FROM team WHERE public_id = ?", team))
                .isEqualTo(45);
    }

    /** A row that a node of the version before adds has begun to wait when it was added. */
    @WaitingTest
    void oneOfTheVersionBeforeCountsFromWhenItWasStored() {
        String consultation = People.consultation(patient, "Of the version before");
        assertThat(Records.number(
                        "SELECT COUNT(*) FROM consultation WHERE public_id = ?"
                                + " AND ABS(TIMESTAMPDIFF(SECOND, queued_since, UTC_TIMESTAMP(6))) < 60",
                        consultation))
                .isEqualTo(1);
    }
}
