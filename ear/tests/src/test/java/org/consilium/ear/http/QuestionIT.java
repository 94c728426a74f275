package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Patients ask the privacy officer about an access to their record, and read the answer where they asked. */
class QuestionIT {
    private static final String PAGE = "/account/accesses";
    private static final String QUESTION = "Why did somebody whom I do not know open this?";
    private static final String ANSWER = "They covered for your doctor that day.";

    private final Person patient = People.patient();
    private final HttpVisit here = Visitors.signedIn(patient.email());
    private final Person doctor = People.doctor(People.GENERAL);
    private final HttpVisit office = Visitors.signedIn(People.privacyOfficer().email());

    @BeforeEach
    void anAccess() {
        StaffEntries.view(doctor, patient, LocalDateTime.of(2026, 2, 3, 9, 0), "CARE_TEAM", "192.0.2.1");
    }

    private String asking() {
        return Visitors.page(here, PAGE).select("#visits > li a").attr("href").replaceFirst("#.*", "");
    }

    private Answer ask() {
        String page = asking();
        return here.post(page, HtmlForm.in(here.get(page).body(), "ask").with("text", QUESTION));
    }

    private String question() {
        return "/privacy/questions/"
                + Records.text("SELECT public_id FROM privacy_question WHERE patient_id = ?", People.key(patient));
    }

    private Answer answer() {
        String page = question();
        return office.post(page, HtmlForm.in(office.get(page).body(), "answer").with("text", ANSWER));
    }

    @Test
    void aQuestionGetsAnAnswerThatThePatientIsToldOf() {
        long before = Trail.newest();
        assertThat(ask().location()).endsWith(PAGE + "?done=question-sent");
        assertThat(Visitors.page(here, PAGE).select("#questions").text())
                .contains(QUESTION, doctor.name(), "Not answered yet");
        Document page = Visitors.page(office, question());
        assertThat(page.text()).contains(patient.name(), doctor.name(), QUESTION);
        assertThat(office.get(page.select("main a[href^=/privacy/trail]").attr("href")))
                .matches(Answer::isPage);

        assertThat(answer().location()).endsWith(question() + "?done=question-answered");
        assertThat(Stand.get().mails().take(patient.email(), "There is an answer to your question"))
                .isNotNull();
        assertThat(Visitors.page(here, PAGE).select("#questions").text())
                .contains(QUESTION, ANSWER)
                .doesNotContain("Not answered yet");
        assertThat(Trail.rows(
                        "id > ? AND action IN ('ASK_ABOUT_ACCESS', 'ANSWER_QUESTION') AND patient = ?",
                        before,
                        People.key(patient)))
                .hasSize(2)
                .noneSatisfy(row -> assertThat(row.toString()).contains(QUESTION))
                .noneSatisfy(row -> assertThat(row.toString()).contains(ANSWER));
    }

    @Test
    void theListHasWhatWaitsAndWhatIsAnswered() {
        assertThat(ask().isDone()).isTrue();
        String link = question();
        assertThat(isListed("/privacy/questions", link)).isTrue();
        assertThat(answer().isDone()).isTrue();
        assertThat(isListed("/privacy/questions", link)).isFalse();
        assertThat(isListed("/privacy/questions?view=ANSWERED", link)).isTrue();
    }

    /** On any page of the list: other tests ask, too. */
    private boolean isListed(String list, String link) {
        String next = list;
        while (!next.isEmpty()) {
            Document page = Visitors.page(office, next);
            if (!page.select("a[href=" + link + "]").isEmpty()) {
                return true;
            }
            next = page.select(".more a").attr("href");
        }
        return false;
    }

    @Test
    void theSameFormIsOneQuestion() {
        String page = asking();
        HtmlForm form = HtmlForm.in(here.get(page).body(), "ask").with("text", QUESTION);
        assertThat(here.post(page, form).isDone()).isTrue();
        here.post(page, form);
        assertThat(Records.number("SELECT COUNT(*) FROM privacy_question WHERE patient_id = ?", People.key(patient)))
                .isEqualTo(1);
    }

    @Test
    void aQuestionIsAnsweredOnce() {
        assertThat(ask().isDone()).isTrue();
        HtmlForm late = HtmlForm.in(office.get(question()).body(), "answer").with("text", "Something else");
        assertThat(answer().isDone()).isTrue();
        assertThat(office.post(question(), late).isDone()).isFalse();
        assertThat(Visitors.page(here, PAGE).select("#questions").text())
                .contains(ANSWER)
                .doesNotContain("Something else");
    }

    @Test
    void nobodyAsksAboutTheRecordOfOthers() {
        String page = asking();
        HttpVisit stranger = Visitors.signedIn(People.patient().email());
        assertThat(stranger.get(page).status()).isEqualTo(404);
        assertThat(ask().isDone()).isTrue();
        for (Person other : new Person[] {patient, doctor, People.administrator()}) {
            assertThat(Visitors.signedIn(other.email()).get(question()).status())
                    .isEqualTo(404);
            assertThat(Visitors.signedIn(other.email())
                            .get("/privacy/questions")
                            .status())
                    .isEqualTo(404);
        }
    }
}
