package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The link of a letter asks to sign in, and goes on to the place; what somebody may not see is not there. */
class LetterLinkIT {

    private static final int SEE_OTHER = 303;
    private static final int NOT_FOUND = 404;

    private final Person patient = People.patient();
    private final Person doctor = People.doctor(People.GENERAL);
    private final String consultation = inCare(patient, doctor);

    private static String inCare(Person patient, Person doctor) {
        String id = People.consultation(patient, "To be linked");
        People.take(id, doctor);
        return id;
    }

    /** As the product does when somebody writes. */
    private static void note(Person reader, String consultation) {
        Records.change(
                "INSERT INTO unread_notification (account_id, consultation_id, number) SELECT a.id, c.id, 1"
                        + " FROM account a, consultation c WHERE a.email = ? AND c.public_id = ?",
                reader.email(),
                consultation);
    }

    /** Opens a link before signing in; the visit, and where signing in leads. */
    private record Followed(HttpVisit visit, String address) {
        static Followed by(Person person, String link) {
            HttpVisit visit = Visitors.anonymous();
            Answer sent = visit.get(link);
            assertThat(sent.status()).isEqualTo(SEE_OTHER);
            assertThat(sent.location()).contains("/sign-in?continue=");
            String signIn = visit.get(sent.location()).body();
            HtmlForm form =
                    HtmlForm.in(signIn, "signin").with("email", person.email()).with("password", People.PASSWORD);
            String action = Jsoup.parse(signIn).select("form#signin").attr("action");
            return new Followed(visit, path(visit.post(action, form)));
        }

        private Answer open() {
            return visit.get(address);
        }
    }

    private static String path(Answer answer) {
        return answer.location().replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void newsLeadToTheConsultation() {
        for (Person reader : List.of(patient, doctor)) {
            note(reader, consultation);
            Followed link = Followed.by(reader, "/news");
            assertThat(link.address()).isEqualTo("/news");
            assertThat(path(link.open())).isEqualTo("/consultation/" + consultation);
            assertThat(link.visit().get("/consultation/" + consultation)).matches(Answer::isPage);
        }
    }

    @Test
    void severalOrNoneLeadToTheList() {
        note(patient, consultation);
        note(patient, inCare(patient, doctor));
        HttpVisit visit = Followed.by(patient, "/news").visit();
        assertThat(path(visit.get("/news"))).isEqualTo("/consultations");
        assertThat(path(Followed.by(doctor, "/news").open())).isEqualTo("/queue?view=MINE");
        assertThat(path(Followed.by(People.patient(), "/news").open())).isEqualTo("/consultations");
    }

    /** A clinician who has handed it over to another team. */
    @Test
    void newsThatSomebodyMayNoLongerSeeLeadToTheList() {
        note(doctor, consultation);
        People.give(consultation, People.BONES);
        Records.change(
                "UPDATE consultation SET status = 'SUBMITTED', clinician_id = NULL WHERE public_id = ?", consultation);
        assertThat(path(Followed.by(doctor, "/news").open())).isEqualTo("/queue?view=MINE");
    }

    @Test
    void whatWaitsIsInTheQueue() {
        Followed link = Followed.by(doctor, "/queue");
        assertThat(link.address()).isEqualTo("/queue");
        assertThat(link.open()).matches(Answer::isPage);
    }

    @Test
    void aForeignConsultationIsNotThereAfterSigningInEither() {
        String unknown = People.id();
        for (Person stranger : List.of(People.patient(), People.doctor(People.BONES))) {
            Followed foreign = Followed.by(stranger, "/consultation/" + consultation);
            assertThat(foreign.address()).isEqualTo("/consultation/" + consultation);
            Answer answer = foreign.open();
            assertThat(answer.status()).isEqualTo(NOT_FOUND);
            assertThat(answer.body().replace(consultation, "ID"))
                    .isEqualTo(foreign.visit()
                            .get("/consultation/" + unknown)
                            .body()
                            .replace(unknown, "ID"));
        }
        Followed own = Followed.by(patient, "/consultation/" + consultation);
        assertThat(own.open()).matches(Answer::isPage);
    }

    @Test
    void thereAreNoNewsForOthers() {
        for (Person other : List.of(People.administrator(), People.privacyOfficer())) {
            assertThat(Visitors.signedIn(other.email()).get("/news").status()).isEqualTo(NOT_FOUND);
        }
    }
}
