package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Trail.Row;
import org.consilium.ear.stand.Visitors;
import org.consilium.ear.stand.WaitingTest;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;

/** While a clinician is away, the colleague who covers reaches what they reach, and nothing after that. */
class CoverIT {

    private static final String COVER = "/cover";

    /** Of a timer that looks each ten seconds. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private Person away;
    private Person covering;
    private Person patient;
    private String waiting;
    private String held;
    private HttpVisit office;
    private HttpVisit cover;

    @BeforeEach
    void people() {
        away = People.doctor(People.GENERAL);
        covering = People.nurse(People.SKIN);
        patient = People.patient();
        waiting = People.consultation(patient, "Waits while somebody is away");
        held = People.consultation(patient, "Taken by somebody who is away");
        People.take(held, away);
        office = Visitors.signedIn(away.email());
        cover = Visitors.signedIn(covering.email());
    }

    private static String in(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
    }

    private HtmlForm form(String colleague, String until) {
        return HtmlForm.in(office.get(COVER).body(), "cover")
                .with("colleague", colleague)
                .with("until", until);
    }

    private void give() {
        assertThat(office.post(COVER, form(covering.email().toUpperCase(Locale.ROOT), in(2)))
                        .location())
                .contains("done=cover-given");
    }

    private int reached(String consultation) {
        return cover.get("/consultation/" + consultation).status();
    }

    @WaitingTest
    void theOneWhoCoversReachesWhatTheOneAwayReaches() {
        assertThat(reached(waiting)).isEqualTo(404);
        assertThat(reached(held)).isEqualTo(404);
        long before = Trail.newest();
        give();
        assertThat(reached(waiting)).isEqualTo(200);
        assertThat(reached(held)).isEqualTo(200);
        assertThat(reached(elsewhere())).isEqualTo(404);
        assertThat(cover.get("/queue?view=MINE").body()).contains("Taken by somebody who is away");
        assertThat(cover.get(Visitors.search(cover, "/queue", patient.lastName()))
                        .body())
                .contains("Waits while somebody is away");

        String path = "/consultation/" + waiting;
        for (String form : List.of("take", "reply", "handover")) {
            HtmlForm filled = HtmlForm.in(cover.get(path).body(), form);
            filled = form.equals("reply") ? filled.with("message", "I cover for your doctor.") : filled;
            filled = form.equals("handover") ? filled.with("team", People.SKIN) : filled;
            assertThat(cover.post(path, filled)).as(form).matches(Answer::isDone);
        }
        assertThat(Trail.of(People.key(covering), before).stream()
                        .filter(row -> waiting.equals(row.record()))
                        .filter(row -> !row.outcome().equals("REFUSED"))
                        .map(Row::relation)
                        .distinct())
                .as("as somebody who covers, and then as the one who has taken it")
                .containsExactly("COVER", "CARE_TEAM");
    }

    @WaitingTest
    void whatWasTakenUnderCoverGoesBackToTheQueueWhenCoverEnds() {
        give();
        HtmlForm take = HtmlForm.in(cover.get("/consultation/" + waiting).body(), "take");
        assertThat(cover.post("/consultation/" + waiting, take)).matches(Answer::isDone);
        Person gone = People.doctor(People.GENERAL);
        String other = People.consultation(patient, "Of somebody who is gone");
        People.take(other, gone);
        Records.change("UPDATE account SET status = 'DISABLED' WHERE email = ?", gone.email());
        awaitWaiting(other);
        assertThat(status(waiting)).isEqualTo("IN_PROGRESS");

        assertThat(Visitors.press(office, COVER, "covers", "End now", covering.name()))
                .matches(Answer::isDone);
        awaitWaiting(waiting);
        assertThat(reached(waiting)).isEqualTo(404);
    }

    /** A consultation of a team that nobody here is in. */
    private String elsewhere() {
        String other = People.consultation(patient, "Of another team");
        People.give(other, People.BONES);
        return other;
    }

    @WaitingTest
    void coverIsOnRecordAndEndsEarly() {
        long before = Trail.newest();
        give();
        assertThat(Visitors.press(office, COVER, "covers", "End now", covering.name())
                        .location())
                .contains("done=cover-ended");
        assertThat(reached(waiting)).isEqualTo(404);
        assertThat(reached(held)).isEqualTo(404);
        List<Row> permissions = Trail.of(People.key(away), before).stream()
                .filter(row -> row.kind().equals("PERMISSION"))
                .toList();
        assertThat(permissions.stream().map(Row::step))
                .containsExactly("PERMISSION GIVE_COVER DONE", "PERMISSION END_COVER DONE");
        assertThat(permissions).allSatisfy(row -> {
            assertThat(row.recordType()).isEqualTo("COVER");
            assertThat(row.detail()).startsWith("covered=" + People.key(away) + " covering=" + People.key(covering));
        });
    }

    @WaitingTest
    void itRunsInItsTimeAlone() {
        People.cover(away, covering, "1 HOUR", "2 HOUR");
        People.cover(away, covering, "-2 HOUR", "-1 HOUR");
        assertThat(reached(held)).isEqualTo(404);
        People.cover(away, covering, "-1 MINUTE", "1 HOUR");
        assertThat(reached(held)).isEqualTo(200);
    }

    @WaitingTest
    void coverIsNotPassedOn() {
        Person third = People.doctor(People.SKIN);
        People.cover(away, covering, "-1 MINUTE", "1 HOUR");
        People.cover(covering, third, "-1 MINUTE", "1 HOUR");
        assertThat(Visitors.signedIn(third.email())
                        .get("/consultation/" + waiting)
                        .status())
                .isEqualTo(404);
    }

    @WaitingTest
    void whatCannotBeIsRefusedInWords() {
        Person third = People.doctor(People.SKIN);
        People.cover(third, covering, "1 HOUR", "2 HOUR");
        assertThat(refusal(form(People.patient().email(), in(1)))).contains("No nurse or doctor has this address.");
        assertThat(refusal(form(away.email(), in(1)))).contains("Nobody covers for themselves.");
        assertThat(refusal(form(third.email(), in(1)))).contains("also away");
        assertThat(refusal(form(covering.email(), in(-1)))).contains("in the future");
        assertThat(refusal(form(covering.email(), in(500)))).contains("within a year");
        give();
        assertThat(refusal(form(covering.email(), in(1)))).contains("already");
        assertThat(Records.number("SELECT COUNT(*) FROM cover WHERE covered_id = ?", People.key(away)))
                .isEqualTo(1);
    }

    private String refusal(HtmlForm form) {
        Answer answer = office.post(COVER, form);
        assertThat(answer.status()).isEqualTo(200);
        return Jsoup.parse(answer.body()).select(".error").text();
    }

    @WaitingTest
    void theOneWhoCoversSeesItAndCannotEndIt() {
        give();
        String page = cover.get(COVER).body();
        assertThat(Visitors.row(page, "covers", away.name()).text()).contains("Covers for " + away.name());
        assertThat(Visitors.buttons(page, "covers", away.name())).isEmpty();
        String id = Records.text("SELECT public_id FROM cover WHERE covered_id = ?", People.key(away));
        HtmlForm forged = HtmlForm.in(page, "covers").withParameter("covers:0:end", id);
        assertThat(cover.post(COVER, forged).isDone()).isFalse();
        assertThat(reached(held)).isEqualTo(200);
    }

    @WaitingTest
    void whatWasTakenGoesBackToTheQueueWhenNobodyCovers() {
        give();
        Records.change("UPDATE account SET status = 'DISABLED' WHERE email = ?", covering.email());
        awaitWaiting(held);
        assertThat(Trail.rows("record = ? AND reason = 'HOLDER_AWAY'", held))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.patient()).isEqualTo(People.key(patient));
                    assertThat(row.account()).isNull();
                });
    }

    @WaitingTest
    void whatADisabledAccountHadTakenGoesBackToTheQueue() {
        Records.change("UPDATE account SET status = 'DISABLED' WHERE email = ?", away.email());
        awaitWaiting(held);
    }

    @WaitingTest
    void whatSomebodyHadTakenWhoLeftTheTeamGoesBackToTheQueue() {
        Records.change("DELETE FROM team_member WHERE clinician_id = ?", People.key(away));
        awaitWaiting(held);
        assertThat(office.get("/consultation/" + held).status()).isEqualTo(404);
    }

    @WaitingTest
    void whatIsCoveredStaysWhereItIs() {
        give();
        Person gone = People.doctor(People.GENERAL);
        String other = People.consultation(patient, "Of somebody who is gone");
        People.take(other, gone);
        Records.change("UPDATE account SET status = 'DISABLED' WHERE email = ?", gone.email());
        awaitWaiting(other);
        assertThat(status(held)).isEqualTo("IN_PROGRESS");
    }

    @WaitingTest
    void whatWaitsForATeamWithoutAnybodyGoesToTheIntake() {
        String team = People.team();
        People.give(waiting, team);
        await().atMost(SOON).until(() -> teamOf(waiting).equals(People.GENERAL));
        assertThat(Trail.rows("record = ? AND reason = 'TEAM_AWAY'", waiting)).hasSize(1);
        assertThat(office.get("/consultation/" + waiting).status()).isEqualTo(200);
    }

    private static void awaitWaiting(String consultation) {
        await().atMost(SOON).until(() -> status(consultation).equals("SUBMITTED"));
        assertThat(teamOf(consultation)).isEqualTo(People.GENERAL);
    }

    private static String status(String consultation) {
        return Records.text("SELECT status FROM consultation WHERE public_id = ?", consultation);
    }

    private static String teamOf(String consultation) {
        return Records.text(
                "SELECT t.public_id FROM consultation c JOIN team t ON t.id = c.team_id WHERE c.public_id = ?",
                consultation);
    }
}
