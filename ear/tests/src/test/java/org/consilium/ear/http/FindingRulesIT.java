package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.consilium.ear.stand.EmergencyForms;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Visitors;
import org.consilium.ear.stand.WaitingTest;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.nodes.Document;

/** The rules find clinicians' accesses within a minute. */
class FindingRulesIT extends InReview {

    private static final String MARKS = "/privacy/marks";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The public id of a finding about a person, which is there within a minute. */
    private static String finding(String rule, Person person) {
        await().atMost(MINUTE)
                .until(() -> Records.number(
                                "SELECT COUNT(*) FROM review_finding WHERE rule_name = ? AND account_id = ?",
                                rule,
                                People.key(person))
                        == 1);
        return Records.text(
                "SELECT public_id FROM review_finding WHERE rule_name = ? AND account_id = ?",
                rule,
                People.key(person));
    }

    private void see(Person clinician, int times) {
        HttpVisit visit = signedIn(clinician);
        for (int i = 0; i < times; i++) {
            assertThat(visit.get(path).status()).isEqualTo(200);
        }
    }

    private void mark(String kind, String staff) {
        HtmlForm form = HtmlForm.in(asOfficer.get(MARKS).body(), "mark")
                .with("firstName", patient.firstName())
                .with("lastName", patient.lastName())
                .with("dateOfBirth", "1990-02-03")
                .with("kind", kind)
                .with("staff", staff);
        assertThat(asOfficer.post(MARKS, form).location()).endsWith(MARKS + "?done=patient-marked");
    }

    @WaitingTest
    void anEmergencyAccessIsReviewedWithinADay() {
        Person other = People.doctor(People.SKIN);
        assertThat(EmergencyForms.open(signedIn(other), patient).isDone()).isTrue();
        String finding = finding("BREAK_GLASS", other);
        assertThat(shown(finding))
                .contains("Emergency access", other.name(), "Doctor", patient.name(), "opened in an emergency");
        assertThat(Records.number(
                        "SELECT TIMESTAMPDIFF(HOUR, found_at, due_at) FROM review_finding WHERE public_id = ?",
                        finding))
                .isEqualTo(24);
    }

    @WaitingTest
    void theSameLastNameIsFound() {
        Records.change("UPDATE account SET last_name = 'Núñez Mora' WHERE email = ?", doctor.email());
        Records.change("UPDATE account SET last_name = 'NUNEZ MORA' WHERE email = ?", patient.email());
        see(doctor, 2);
        String finding = finding("SAME_SURNAME", doctor);
        assertThat(shown(finding)).contains("Same last name", "NUNEZ MORA", "They may be related.", "View");
        assertThat(Records.number(
                        "SELECT TIMESTAMPDIFF(HOUR, found_at, due_at) FROM review_finding WHERE public_id = ?",
                        finding))
                .isEqualTo(72);
        assertThat(Records.number("SELECT COUNT(*) FROM review_finding WHERE account_id = ?", People.key(doctor)))
                .isEqualTo(1);
    }

    @WaitingTest
    void theOwnRecordIsFoundByItsMark() {
        mark("EMPLOYEE", doctor.email());
        see(doctor, 1);
        assertThat(shown(finding("OWN_RECORD", doctor))).contains("Own record", "marked as this employee");
        assertThat(shown(finding("SENSITIVE", doctor))).contains("Marked patient", "marked as an employee");
        Document marks = Visitors.page(asOfficer, MARKS);
        assertThat(marks.text()).contains(patient.name(), "Employee", "Work account: " + doctor.name());
        Answer removed = Visitors.press(asOfficer, MARKS, "marks", "Remove the mark", patient.name());
        assertThat(removed.location()).endsWith("done=patient-unmarked");
        assertThat(Visitors.page(asOfficer, MARKS).text()).doesNotContain(patient.name());
    }

    @WaitingTest
    void aColleaguesRecordIsFound() {
        String team = People.id();
        Records.change("INSERT INTO team (public_id, name) VALUES (?, ?)", team, "Reviewed " + team);
        Person nurse = People.nurse(team);
        Person colleague = People.doctor(team);
        People.give(consultation, team);
        mark("EMPLOYEE", nurse.email());
        see(colleague, 1);
        assertThat(shown(finding("COLLEAGUE", colleague))).contains("A colleague’s record", "works on the same team");
    }

    @WaitingTest
    void nobodyIsMarkedWithoutAPatientOrAnAccount() {
        HtmlForm form = HtmlForm.in(asOfficer.get(MARKS).body(), "mark")
                .with("lastName", "Nobody")
                .with("dateOfBirth", "1990-02-03")
                .with("kind", "VIP");
        assertThat(asOfficer.post(MARKS, form).body()).contains("There is no patient with this name");
        HtmlForm staff = HtmlForm.in(asOfficer.get(MARKS).body(), "mark")
                .with("firstName", patient.firstName())
                .with("lastName", patient.lastName())
                .with("dateOfBirth", "1990-02-03")
                .with("kind", "EMPLOYEE")
                .with("staff", patient.email());
        assertThat(asOfficer.post(MARKS, staff).body()).contains("Nobody on the staff has an account");
    }

    @WaitingTest
    void aRecordWithoutARelationIsFound() {
        Person other = People.doctor(People.BONES);
        assertThat(signedIn(other).get(path).status()).isEqualTo(404);
        assertThat(shown(finding("NO_RELATION", other)))
                .contains(
                        "No treatment relationship", patient.name(), "without being on the care team, and was refused");
    }

    @WaitingTest
    void manyRefusalsAreFound() {
        HttpVisit visit = signedIn(doctor);
        for (int i = 0; i < 12; i++) {
            assertThat(visit.get("/people").status()).isEqualTo(404);
        }
        String finding = finding("REFUSALS", doctor);
        await().atMost(MINUTE).until(() -> shown(finding).contains("Refusals on this day: 12."));
    }

    @WaitingTest
    void anUnusualVolumeIsFound() {
        see(doctor, 70);
        String finding = finding("VOLUME", doctor);
        await().atMost(MINUTE).until(() -> shown(finding).contains("Accesses on this day: 70."));
        assertThat(shown(finding)).contains("Unusual volume", "The person’s average over the last 30 days is 0");
    }

    /** The trail of a Sunday at night, as no test can wait for one. */
    @WaitingTest
    void accessesAfterHoursAreFound() {
        for (int i = 0; i < 12; i++) {
            Records.change(
                    "INSERT INTO " + Trail.table()
                            + " (at, kind, action, outcome, account, role, patient, record_type, record, relation, node)"
                            + " VALUES (UTC_DATE() - INTERVAL DAYOFWEEK(UTC_DATE()) - 1 DAY + INTERVAL 1 HOUR,"
                            + " 'VIEW', 'READ_CONSULTATION', 'DONE', ?, 'DOCTOR', ?, 'CONSULTATION', ?, 'CARE_TEAM', 'test/1')",
                    People.key(doctor),
                    People.key(patient),
                    consultation);
        }
        assertThat(shown(finding("AFTER_HOURS", doctor)))
                .contains("After hours", "outside of working hours on this day: 12.");
    }

    /** At a node that believes its proxy. */
    @WaitingTest
    void anAccountInTwoPlacesIsFound() {
        for (String address : new String[] {"192.0.2.77", "198.51.100.77"}) {
            HttpVisit visit = HttpVisit.at(LimitedNodes.get().turn(0).address());
            HtmlForm form = HtmlForm.in(visit.get("/sign-in").body(), "signin")
                    .with("email", doctor.email())
                    .with("password", People.PASSWORD);
            assertThat(visit.post("/sign-in", form, "X-Forwarded-For", address).isDone())
                    .isTrue();
            assertThat(visit.get("/queue", "X-Forwarded-For", address).status()).isEqualTo(200);
        }
        assertThat(shown(finding("TWO_PLACES", doctor)))
                .contains("Two places at once", "Two devices on different networks used the account.");
    }
}
