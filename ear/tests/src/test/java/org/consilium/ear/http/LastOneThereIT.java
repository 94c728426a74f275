package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** Before an account is disabled without which nobody of a team is there, its administrator is warned. */
class LastOneThereIT {

    private final HttpVisit administrator =
            Visitors.signedIn(People.administrator().email());
    private final PeoplePage people = new PeoplePage(administrator);
    private final String team = People.team();
    private final Person last = People.doctor(team);

    private String warning() {
        return Visitors.page(administrator, People.page(last))
                .select("#disabling .notice")
                .text();
    }

    private String status() {
        return Records.text("SELECT status FROM account WHERE email = ?", last.email());
    }

    @Test
    void theirPageWarnsAndAsksAgain() {
        assertThat(people.press("Disable", last).location()).endsWith(People.page(last) + "#disabling");
        assertThat(status()).isEqualTo("ACTIVE");
        assertThat(warning()).contains("Nobody else is there at the moment for:", "Team " + team);

        HtmlForm form = HtmlForm.in(administrator.get(People.page(last)).body(), "disable");
        assertThat(administrator.post(People.page(last), form).location())
                .endsWith(People.page(last) + "?done=disabled");
        assertThat(status()).isEqualTo("DISABLED");
        assertThat(administrator.get(People.page(last)).body()).doesNotContain("id=\"disabling\"");
    }

    @Test
    void thereIsNoWarningIfSomebodyElseIsThere() {
        var unused = People.nurse(team);
        assertThat(warning()).isEmpty();
        assertThat(people.press("Disable", last).location()).contains("done=disabled");
        assertThat(status()).isEqualTo("DISABLED");
    }

    @Test
    void whoIsAwayIsNotThereUnlessSomebodyCoversWhoIs() {
        Person member = People.nurse(team);
        Person disabled = People.nurse(team);
        Records.change("UPDATE account SET status = 'DISABLED' WHERE email = ?", disabled.email());
        assertThat(warning()).isEmpty();
        People.cover(member, last, "-1 MINUTE", "1 HOUR");
        assertThat(warning()).contains(team);
        People.cover(disabled, People.doctor(People.SKIN), "-1 MINUTE", "1 HOUR");
        assertThat(warning()).isEmpty();
    }

    /** Somebody of another team may be the only one who watches, as they cover. */
    @Test
    void theOneWhoCoversMayBeTheLast() {
        Person member = People.nurse(People.team());
        Person covering = People.doctor(People.SKIN);
        assertThat(people.press("Disable", covering).location()).contains("done=disabled");
        assertThat(people.press("Enable", covering).location()).contains("done=enabled");
        People.cover(member, covering, "-1 MINUTE", "1 HOUR");
        assertThat(people.press("Disable", covering).location()).endsWith("#disabling");
    }

    @Test
    void theRequestToCloseTheAccountShowsItAsWell() {
        HttpVisit visit = Visitors.signedIn(last.email());
        HtmlForm ask = HtmlForm.in(visit.get("/account").body(), "close")
                .without("close:send")
                .with("ask", "");
        assertThat(visit.post("/account", ask).isDone()).isTrue();
        assertThat(Visitors.page(administrator, People.page(last))
                        .select("section[aria-labelledby=closing-title]")
                        .text())
                .contains("Team " + team);
    }
}
