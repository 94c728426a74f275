package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Trail.Row;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A colleague of another team is asked into one consultation, and everybody in it sees who can see it, and why. */
class CareTeamPageIT {

    private static final String NOTE = "Is this <b>ringworm</b>?";
    private static final String TITLE = "Round spots";

    private Person doctor;
    private Person colleague;
    private Person patient;
    private String consultation;
    private String path;
    private String access;
    private HttpVisit asDoctor;
    private HttpVisit asColleague;

    @BeforeEach
    void people() {
        doctor = People.doctor(People.GENERAL);
        colleague = People.doctor(People.SKIN);
        patient = People.patient();
        consultation = People.consultation(patient, TITLE);
        People.take(consultation, doctor);
        path = "/consultation/" + consultation;
        access = path + "/access";
        asDoctor = Visitors.signedIn(doctor.email());
        asColleague = Visitors.signedIn(colleague.email());
    }

    private HtmlForm form(String email) {
        return HtmlForm.in(asDoctor.get(access).body(), "ask")
                .with("colleague", email)
                .with("note", NOTE);
    }

    private void ask() {
        assertThat(asDoctor.post(access, form(colleague.email())).location()).contains("done=asked-in");
    }

    private static Document page(HttpVisit visit, String address) {
        Answer answer = visit.get(address);
        assertThat(answer.status()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    @Test
    void theColleagueSeesThatOneAlone() {
        String other = People.consultation(patient, "Another of the same patient");
        assertThat(asColleague.get(path).status()).isEqualTo(404);
        assertThat(page(asColleague, "/queue").select("#asked")).isEmpty();
        long before = Trail.newest();
        ask();
        assertThat(page(asColleague, "/queue").select("#asked li").text())
                .contains(TITLE, patient.name(), doctor.name(), NOTE);
        assertThat(page(asColleague, path).select("#take, #handover, #closing")).isEmpty();
        for (String form : List.of("note", "reply")) {
            HtmlForm filled = HtmlForm.in(asColleague.get(path).body(), form)
                    .with(form.equals("note") ? "text" : "message", "It is.");
            assertThat(asColleague.post(path, filled)).as(form).matches(Answer::isDone);
        }
        assertThat(asColleague.get("/consultation/" + other).status()).isEqualTo(404);
        assertThat(Trail.of(People.key(colleague), before).stream()
                        .filter(row -> consultation.equals(row.record()))
                        .map(Row::relation))
                .isNotEmpty()
                .containsOnly("ASKED_IN");
        assertThat(Trail.of(People.key(doctor), before).stream()
                        .filter(row -> row.kind().equals("PERMISSION")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.action()).isEqualTo("ASK_IN");
                    assertThat(row.record()).isEqualTo(consultation);
                    assertThat(row.patient()).isEqualTo(People.key(patient));
                    assertThat(row.detail()).isEqualTo("asked=" + People.key(colleague));
                });
    }

    @Test
    void openPagesOfTheColleagueLearnOfIt() {
        HttpVisit uninvolved = Visitors.signedIn(People.doctor(People.SKIN).email());
        String none = version(uninvolved);
        String before = version(asColleague);
        ask();
        String asked = version(asColleague);
        assertThat(asked).isNotEqualTo(before);
        HtmlForm reply = HtmlForm.in(asDoctor.get(path).body(), "reply").with("message", "Does it itch?");
        assertThat(asDoctor.post(path, reply)).matches(Answer::isDone);
        assertThat(version(asColleague)).isNotEqualTo(asked);
        assertThat(version(uninvolved)).isEqualTo(none);
    }

    private static String version(HttpVisit visit) {
        return visit.get("/live").body();
    }

    @Test
    void itEndsWhenTheConsultationIsClosed() {
        ask();
        long before = Trail.newest();
        HtmlForm closing = HtmlForm.in(asDoctor.get(path).body(), "closing")
                .with("summary", "Ringworm.")
                .with("instructions", "Use the cream.");
        assertThat(asDoctor.post(path, closing)).matches(Answer::isDone);
        assertThat(asColleague.get(path).status()).isEqualTo(404);
        assertThat(Trail.of(People.key(doctor), before).stream()
                        .map(Row::step)
                        .filter(step -> step.contains("CLOSE_CONSULTATION")))
                .containsExactly("CHANGE CLOSE_CONSULTATION DONE", "PERMISSION CLOSE_CONSULTATION DONE");

        HttpVisit asPatient = Visitors.signedIn(patient.email());
        HtmlForm again = HtmlForm.in(asPatient.get(path).body(), "reply").with("message", "It is back.");
        assertThat(asPatient.post(path, again)).matches(Answer::isDone);
        assertThat(asColleague.get(path).status()).isEqualTo(404);
        assertThat(page(asColleague, "/queue").select("#asked")).isEmpty();
    }

    @Test
    void theColleagueDeclines() {
        ask();
        assertThat(Visitors.press(asColleague, access, "viewers", "End", colleague.name())
                        .location())
                .contains("/queue?done=asking-ended");
        assertThat(asColleague.get(path).status()).isEqualTo(404);
        assertThat(outcome()).isEqualTo("DECLINED");
    }

    @Test
    void anyoneOfTheTeamEndsIt() {
        ask();
        HttpVisit nurse = Visitors.signedIn(People.nurse(People.GENERAL).email());
        assertThat(Visitors.press(nurse, access, "viewers", "End", colleague.name()))
                .matches(Answer::isDone);
        assertThat(asColleague.get(path).status()).isEqualTo(404);
        assertThat(outcome()).isEqualTo("ENDED");
        ask();
        assertThat(asColleague.get(path).status()).isEqualTo(200);
    }

    private String outcome() {
        return Records.text(
                "SELECT outcome FROM asking q JOIN consultation c ON c.id = q.consultation_id WHERE c.public_id = ?",
                consultation);
    }

    @Test
    void whoCannotBeAskedIsSaid() {
        assertThat(refusal(patient.email())).contains("No nurse or doctor has this address.");
        assertThat(refusal(People.nurse(People.GENERAL).email())).contains("on the care team already");
        ask();
        ask();
        assertThat(Records.number(
                        "SELECT COUNT(*) FROM asking q JOIN consultation c ON c.id = q.consultation_id"
                                + " WHERE c.public_id = ?",
                        consultation))
                .isEqualTo(1);
    }

    private String refusal(String email) {
        return Jsoup.parse(asDoctor.post(access, form(email)).body())
                .select(".error")
                .text();
    }

    @Test
    void thePatientSeesWhoCanSeeItAndWhy() {
        Person covering = People.nurse(People.BONES);
        People.cover(doctor, covering, "-1 MINUTE", "1 HOUR");
        ask();
        HttpVisit asPatient = Visitors.signedIn(patient.email());
        assertThat(page(asPatient, path).select("a[href=" + access + "]").text())
                .isEqualTo("Who can see this?");
        String body = asPatient.get(access).body();
        assertThat(Visitors.row(body, "viewers", patient.name()).text()).contains("It is about them.");
        assertThat(rows(body, doctor.name())).anyMatch(row -> row.contains("Has taken it."));
        assertThat(rows(body, doctor.name())).anyMatch(row -> row.contains("On the team General care"));
        assertThat(rows(body, covering.name()))
                .anyMatch(row -> row.contains("Covers for " + doctor.name()) && row.contains("until"));
        assertThat(rows(body, colleague.name())).anyMatch(row -> row.contains("Asked for advice by " + doctor.name()));
        assertThat(Jsoup.parse(body).text()).doesNotContain("ringworm");
        assertThat(Jsoup.parse(body).select("#viewers button, #ask")).isEmpty();
        assertThat(page(asDoctor, access).select("#viewers").text()).contains(NOTE);
    }

    private static List<String> rows(String body, String name) {
        return Jsoup.parse(body).select("#viewers li").eachText().stream()
                .filter(row -> row.contains(name))
                .toList();
    }

    @Test
    void forOthersItIsNotThereAndTheRefusalIsOnRecord() {
        long before = Trail.newest();
        assertThat(asColleague.get(access).status()).isEqualTo(404);
        assertThat(Trail.of(People.key(colleague), before)).singleElement().satisfies(row -> {
            assertThat(row.step()).isEqualTo("VIEW SEE_ACCESS REFUSED");
            assertThat(row.record()).isEqualTo(consultation);
            assertThat(row.patient()).isEqualTo(People.key(patient));
        });
    }
}
