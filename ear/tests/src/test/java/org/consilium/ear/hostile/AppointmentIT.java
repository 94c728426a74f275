package org.consilium.ear.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.SentMails;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator who is alone gets nobody a role on the staff, least of all themselves. */
class AppointmentIT {

    private static final String TAKEN = "An account with this e-mail address already exists.";
    private static final int NOT_FOUND = 404;

    private final Person administrator = People.administrator();
    private final HttpVisit office = Visitors.signedIn(administrator.email());
    private final SentMails mails = Stand.get().mails();

    /** The second address of the administrator. */
    private final String second = email();

    private static String email() {
        return People.id().replaceAll("[^A-Za-z0-9]", "x").toLowerCase(Locale.ROOT) + "@second.example";
    }

    private static Answer invite(HttpVisit by, String email, String role) {
        boolean clinician = role.equals("DOCTOR") || role.equals("NURSE");
        return by.post(
                "/people",
                HtmlForm.in(by.get("/people").body(), "invite")
                        .with("email", email)
                        .with("firstName", "Ivo")
                        .with("lastName", "Invited")
                        .with("role", role)
                        .with("team", clinician ? People.SKIN : ""));
    }

    private String people() {
        return office.get(Visitors.search(office, "/people", second)).body();
    }

    private Answer press(String button) {
        return Visitors.press(office, Visitors.search(office, "/people", second), "people", button, second);
    }

    private static List<Element> approvals(HttpVisit by, String beside) {
        return Visitors.buttons(by.get("/approvals").body(), "approvals", beside);
    }

    /** For an administrator's role as well: with it, the second address could approve the third. */
    @ParameterizedTest
    @ValueSource(strings = {"DOCTOR", "NURSE", "ADMINISTRATOR", "PRIVACY_OFFICER"})
    void nothingThatOnePersonDoesLeadsToARole(String role) {
        assertThat(invite(office, second, role).location()).contains("done=proposed");
        assertThat(office.get("/approvals").body()).contains(second, "Someone else has to approve.");
        assertThat(approvals(office, second)).isEmpty();
        assertThat(Visitors.row(people(), "people", second).text()).contains("Waiting for approval");
        assertThat(Visitors.buttons(people(), "people", second))
                .extracting(Element::text)
                .containsExactly("Disable");
        assertThat(press("Disable").isDone()).isTrue();
        assertThat(press("Enable").isDone()).isTrue();
        assertThat(forgeRenewal().body()).contains("Someone else changed this account");
        assertThat(invite(office, second, role).body()).contains(TAKEN);
        assertThat(forgeApproval().status()).isEqualTo(NOT_FOUND);
        assertNotInvited();
    }

    /** The button beside a colleague's proposal, with the id of the own one. */
    private Answer forgeApproval() {
        return forge("/approvals", "approvals", proposedByColleague());
    }

    /** The button beside somebody who is invited, with the id of the person who is not approved yet. */
    private Answer forgeRenewal() {
        String invited = proposedByColleague();
        HttpVisit officer = Visitors.signedIn(People.privacyOfficer().email());
        assertThat(Visitors.press(officer, "/approvals", "approvals", "Approve", invited)
                        .isDone())
                .isTrue();
        return forge(Visitors.search(office, "/people", invited), "people", invited);
    }

    private static String proposedByColleague() {
        String email = "colleague" + email();
        assertThat(invite(Visitors.signedIn(People.administrator().email()), email, "NURSE")
                        .isDone())
                .isTrue();
        return email;
    }

    /** Presses the first button beside somebody, but with the id of the second address. */
    private Answer forge(String address, String form, String beside) {
        String page = office.get(address).body();
        Element button = Visitors.buttons(page, form, beside).get(0);
        return office.post(
                address,
                HtmlForm.in(page, form)
                        .withParameter(
                                button.attr("name"),
                                Records.text("SELECT public_id FROM account WHERE email = ?", second)));
    }

    private void assertNotInvited() {
        assertThat(mails.has(second)).isFalse();
        assertThat(Records.text(
                        "SELECT CONCAT(status, ' ', invitation_hash IS NULL) FROM account WHERE email = ?", second))
                .isEqualTo("INVITED 1");
    }

    @Test
    void theInvitedPersonAloneGetsTheLinkOnceASecondOneApproves() {
        Person officer = People.privacyOfficer();
        HttpVisit approver = Visitors.signedIn(officer.email());
        assertThat(invite(office, second, "DOCTOR").isDone()).isTrue();
        Answer approved = Visitors.press(approver, "/approvals", "approvals", "Approve", second);
        assertThat(approved.location()).contains("done=invited");
        String token = mails.takeToken(second);

        for (Answer seen : List.of(approved, approver.get("/approvals"), office.get("/people"))) {
            assertThat(seen.toString() + seen.body()).doesNotContain(token, "token=");
        }
        assertThat(Stand.get().node().lines()).isNotEmpty().noneMatch(line -> line.contains(token));
        assertNoted(officer);
        assertBecomesDoctor(token);
    }

    private void assertNoted(Person officer) {
        assertThat(Records.text(
                        "SELECT CONCAT(p.email, ' ', q.email, ' ', approved_at >= proposed_at) FROM appointment"
                                + " JOIN account a ON a.id = account_id JOIN account p ON p.id = proposed_by"
                                + " JOIN account q ON q.id = approved_by WHERE a.email = ?",
                        second))
                .isEqualTo(administrator.email() + " " + officer.email() + " 1");
        String person = Records.text("SELECT public_id FROM account WHERE email = ?", second);
        assertThat(Trail.rows("record = ? AND kind = 'PERMISSION'", person).stream()
                        .map(row -> row.action() + ' ' + row.account()))
                .containsExactly(
                        "INVITE_STAFF " + People.key(administrator), "APPROVE_APPOINTMENT " + People.key(officer));
    }

    private void assertBecomesDoctor(String token) {
        HttpVisit invited = Visitors.anonymous();
        assertThat(invited.get("/invitation?token=" + token).location()).isEqualTo("/invitation");
        assertThat(invited.post(
                                "/invitation",
                                HtmlForm.in(invited.get("/invitation").body(), "accept")
                                        .with("password", People.PASSWORD)
                                        .with("repeated", People.PASSWORD))
                        .location())
                .contains("done=accepted");
        assertThat(Visitors.signedIn(second).get("/queue").isPage()).isTrue();
    }

    @Test
    void anAddressOfAnAccountIsNotInvitedInAnySpelling() {
        Records.change(
                "UPDATE account SET email = ? WHERE email = ?",
                second + ".xn--bcher-kva.example",
                administrator.email());
        String spelled = second.toUpperCase(Locale.ROOT) + ".B\u00dcCHER.example";
        assertThat(invite(office, spelled, "DOCTOR").body()).contains(TAKEN);
    }
}
