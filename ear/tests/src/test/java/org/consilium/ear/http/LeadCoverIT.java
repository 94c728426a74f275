package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The lead of a team names somebody to cover for its members. */
class LeadCoverIT {

    private static final String COVER = "/cover";

    private final String team = People.team();
    private final Person lead = People.doctor(team);
    private final Person member = People.nurse(team);
    private final HttpVisit visit = Visitors.signedIn(lead.email());

    private HtmlForm form(Person colleague) {
        Records.change("UPDATE team SET lead_id = ? WHERE public_id = ?", People.key(lead), team);
        return HtmlForm.in(visit.get(COVER).body(), "cover")
                .with("away", Records.text("SELECT public_id FROM account WHERE email = ?", member.email()))
                .with("colleague", colleague.email())
                .with("until", LocalDate.now(ZoneOffset.UTC).plusDays(1).toString());
    }

    @Test
    void theMemberIsToldAndNobodyElseSeesIt() {
        Person covering = People.nurse(People.SKIN);
        assertThat(visit.post(COVER, form(covering)).location()).contains("done=cover-given");
        assertThat(Records.number(
                        "SELECT COUNT(*) FROM cover WHERE covered_id = ? AND given_by = ?",
                        People.key(member),
                        People.key(lead)))
                .isEqualTo(1);
        assertThat(Stand.get()
                        .mails()
                        .take(member.email(), "A colleague covers for you")
                        .text())
                .contains(COVER);
        HttpVisit elsewhere = Visitors.signedIn(People.doctor(People.GENERAL).email());
        assertThat(elsewhere.get(COVER).body()).doesNotContain(member.name());
        assertThat(Visitors.press(visit, COVER, "covers", "End now", member.name()))
                .matches(Answer::isDone);
    }

    /** Cover would let the lead into the records of the other team. */
    @Test
    void noLeadCoversForAMemberOfAnotherTeamToo() {
        HtmlForm form = form(lead);
        String other = "(SELECT id FROM team WHERE public_id = ?)";
        Records.change(
                "INSERT INTO team_member (clinician_id, team_id) VALUES (?, " + other + ")",
                People.key(member),
                People.BONES);
        Answer refused = visit.post(COVER, form);
        assertThat(Jsoup.parse(refused.body()).select(".error").text()).contains("teams that you do not lead");
        Records.change(
                "DELETE FROM team_member WHERE clinician_id = ? AND team_id = " + other,
                People.key(member),
                People.BONES);
        assertThat(visit.post(COVER, form)).matches(Answer::isDone);
    }
}
