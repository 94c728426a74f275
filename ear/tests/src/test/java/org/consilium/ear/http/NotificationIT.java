package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.ear.http.News.assertNoLetter;
import static org.consilium.ear.http.News.elapse;
import static org.consilium.ear.http.News.rows;
import static org.consilium.ear.http.News.take;
import static org.consilium.ear.http.News.write;

import java.time.Instant;
import java.time.ZoneOffset;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.ear.stand.WaitingTest;
import org.consilium.local.mail.Letter;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** People are told by a letter of something new that they do not read, once until they have read it. */
class NotificationIT {

    private Person patient;
    private Person doctor;
    private HttpVisit asDoctor;
    private String path;

    /** So that two nodes look for what is due. */
    @BeforeAll
    static void anotherNode() {
        var unused = Stand.get().secondNode();
    }

    @BeforeEach
    void people() {
        patient = People.patient();
        doctor = People.doctor(People.GENERAL);
        asDoctor = Visitors.signedIn(doctor.email());
        path = inCare("A rash on the arm");
    }

    private String inCare(String title) {
        String id = People.consultation(patient, title);
        People.take(id, doctor);
        return "/consultation/" + id;
    }

    private static void submit(HttpVisit visit, String page, String form, String... values) {
        HtmlForm filled = HtmlForm.in(visit.get(page).body(), form);
        for (int i = 0; i < values.length; i += 2) {
            filled = filled.with(values[i], values[i + 1]);
        }
        assertThat(visit.post(page, filled)).matches(Answer::isDone);
    }

    private void choose(Person person, String timing, String from, String until) {
        Answer chosen = send(Visitors.signedIn(person.email()), timing, from, until);
        assertThat(chosen.location()).endsWith("/account?done=notifications-changed");
    }

    private static Answer send(HttpVisit visit, String timing, String from, String until) {
        return visit.post(
                "/account",
                HtmlForm.in(visit.get("/account").body(), "notifications")
                        .with("timing", timing)
                        .with("from", from)
                        .with("until", until));
    }

    @WaitingTest
    void severalMessagesGiveOneLetterUntilTheyAreRead() {
        write(asDoctor, path, "Does it itch?");
        write(asDoctor, path, "And since when?");
        elapse(patient);
        Letter letter = take(patient);
        assertThat(letter.text())
                .contains("/news")
                .doesNotContain(path, "rash", doctor.lastName(), patient.firstName());

        write(asDoctor, path, "Please answer.");
        String other = inCare("A cough");
        write(asDoctor, other, "Do you cough?");
        elapse(patient);
        assertNoLetter(patient);

        assertThat(Visitors.signedIn(patient.email()).get(path)).matches(Answer::isPage);
        write(asDoctor, path, "Thank you.");
        elapse(patient);
        take(patient);
        elapse(patient);
        assertNoLetter(patient);
    }

    @WaitingTest
    void newsInSeveralConsultationsGiveOneLetter() {
        String other = inCare("A cough");
        write(asDoctor, path, "Does it itch?");
        write(asDoctor, other, "Do you cough?");
        assertThat(rows(patient)).isEqualTo(2);
        elapse(patient);
        take(patient);
        assertNoLetter(patient);
    }

    /** News that arrived together with a letter that was never read is told with the next message. */
    @WaitingTest
    void whatALetterHasCoveredIsToldOfLater() {
        String other = inCare("A cough");
        write(asDoctor, path, "Does it itch?");
        elapse(patient);
        take(patient);
        write(asDoctor, other, "Do you cough?");
        elapse(patient);
        assertNoLetter(patient);
        assertThat(Visitors.signedIn(patient.email()).get(path)).matches(Answer::isPage);
        write(asDoctor, other, "Are you there?");
        elapse(patient);
        take(patient);
    }

    @WaitingTest
    void whoReadsItInTimeGetsNone() {
        write(asDoctor, path, "Does it itch?");
        assertThat(rows(patient)).isEqualTo(1);
        assertThat(Visitors.signedIn(patient.email()).get(path)).matches(Answer::isPage);
        assertThat(rows(patient)).isZero();
        assertNoLetter(patient);
    }

    /** On a node of the version before, or when the statement failed that removes the row. */
    @WaitingTest
    void whoHasReadItElsewhereGetsNone() {
        write(asDoctor, path, "Does it itch?");
        moveReadingPosition(1);
        elapse(patient);
        assertNoLetter(patient);
        assertThat(rows(patient)).isZero();
        write(asDoctor, path, "Since when?");
        elapse(patient);
        take(patient);
        // this letter is read without its row, too
        moveReadingPosition(2);
        write(asDoctor, path, "Thank you.");
        elapse(patient);
        take(patient);
    }

    private void moveReadingPosition(int others) {
        Records.change(
                "UPDATE consultation_reader r JOIN consultation c ON c.id = r.consultation_id SET r.read_of_others = ?"
                        + " WHERE r.account_id = c.patient_id AND c.public_id = ?",
                others,
                path.replace("/consultation/", ""));
    }

    @WaitingTest
    void itComesAtOnceIfOneWantsThat() {
        choose(patient, "AT_ONCE", "", "");
        write(asDoctor, path, "Does it itch?");
        take(patient);
    }

    @WaitingTest
    void itDoesNotComeEarlier() {
        write(asDoctor, path, "Does it itch?");
        assertThat(Records.number(
                        "SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(6), n.due_at)" + News.ROWS_OF, patient.email()))
                .isBetween(500L, 600L);
    }

    @WaitingTest
    void nobodyGetsThemWhoWantsNone() {
        write(asDoctor, path, "Does it itch?");
        choose(patient, "NEVER", "", "");
        assertThat(rows(patient)).isZero();
        write(asDoctor, path, "Since when?");
        assertThat(rows(patient)).isZero();
        assertNoLetter(patient);
        choose(patient, "AFTER_TEN_MINUTES", "", "");
        write(asDoctor, path, "Hello?");
        elapse(patient);
        take(patient);
    }

    @WaitingTest
    void itWaitsForTheEndOfQuietHours() {
        Records.change("UPDATE account SET time_zone = 'Pacific/Kiritimati' WHERE email = ?", patient.email());
        int hour = Instant.now().atOffset(ZoneOffset.ofHours(14)).getHour();
        choose(patient, "AFTER_TEN_MINUTES", String.valueOf((hour + 23) % 24), String.valueOf((hour + 2) % 24));
        write(asDoctor, path, "Does it itch?");
        elapse(patient);
        assertNoLetter(patient);
        assertThat(Records.text("SELECT DATE_FORMAT(n.due_at, '%k:%i')" + News.ROWS_OF, patient.email()))
                .isEqualTo((hour + 2 + 24 - 14) % 24 + ":00");
        Records.change("UPDATE account SET time_zone = 'Etc/GMT+2' WHERE email = ?", patient.email());
        elapse(patient);
        take(patient);
    }

    @WaitingTest
    void theFormSaysWhyQuietHoursAreRefused() {
        HttpVisit visit = Visitors.signedIn(patient.email());
        assertThat(send(visit, "AFTER_TEN_MINUTES", "22", "").body()).contains("Choose two different hours");
        assertThat(send(visit, "AFTER_TEN_MINUTES", "7", "7").body()).contains("Choose two different hours");
        assertThat(send(visit, "SOMETIMES", "22", "7").isDone()).isFalse();
        assertThat(send(visit, "AT_ONCE", "22", "25").isDone()).isFalse();
        assertThat(Records.number(
                        "SELECT COUNT(*) FROM notification_settings s JOIN account a ON a.id = s.account_id"
                                + " WHERE a.email = ?",
                        patient.email()))
                .isZero();
        choose(patient, "AT_ONCE", "22", "7");
        assertThat(Visitors.page(visit, "/account")
                        .select("#notifications option[selected]")
                        .eachText())
                .hasSize(3)
                .startsWith("At once");
    }

    /** The one who holds the consultation; not the author, and no colleague. */
    @WaitingTest
    void theClinicianIsToldOfTheAnswer() {
        Person nurse = People.nurse(People.GENERAL);
        HttpVisit asPatient = Visitors.signedIn(patient.email());
        write(asPatient, path, "It itches.");
        assertThat(Records.number(
                        "SELECT COUNT(*) FROM unread_notification n JOIN consultation c ON c.id = n.consultation_id"
                                + " WHERE c.public_id = ?",
                        path.replace("/consultation/", "")))
                .isEqualTo(1);
        elapse(doctor);
        take(doctor);
        assertThat(Stand.get().mails().has(nurse.email(), News.SUBJECT)).isFalse();
        assertThat(asDoctor.get(path)).matches(Answer::isPage);
        assertThat(rows(doctor)).isZero();
    }

    @WaitingTest
    void whoHasGivenItAwayIsNotTold() {
        write(Visitors.signedIn(patient.email()), path, "It itches.");
        String id = path.replace("/consultation/", "");
        Records.change("UPDATE consultation SET status = 'SUBMITTED', clinician_id = NULL WHERE public_id = ?", id);
        elapse(doctor);
        assertNoLetter(doctor);
        write(Visitors.signedIn(patient.email()), path, "Is anybody there?");
        assertThat(rows(doctor)).isZero();
    }

    @WaitingTest
    void aNoteTellsNobodyAndASummaryThePatient() {
        submit(asDoctor, path, "note", "text", "Ask for the allergy.");
        assertThat(rows(patient)).isZero();
        submit(asDoctor, path, "closing", "summary", "Nothing bad.", "instructions", "Rest.");
        elapse(patient);
        take(patient);
    }

    @WaitingTest
    void whoCannotSignInGetsNone() {
        write(asDoctor, path, "Does it itch?");
        Records.change("UPDATE account SET status = 'DISABLED' WHERE email = ?", patient.email());
        elapse(patient);
        assertNoLetter(patient);
        write(asDoctor, path, "Since when?");
        assertThat(rows(patient)).isZero();
    }

    @WaitingTest
    void itIsInTheLanguageOfItsReader() {
        Records.change("UPDATE account SET language = 'es' WHERE email = ?", patient.email());
        write(asDoctor, path, "Does it itch?");
        elapse(patient);
        Letter letter = Stand.get().mails().take(patient.email(), "Hay algo nuevo para usted");
        assertThat(letter.text()).contains("Inicie sesión").doesNotContain("Sign in");
    }

    /** Administrators have no consultations. */
    @WaitingTest
    void theChoiceIsOfThoseWhoMayGetLetters() {
        assertThat(Visitors.signedIn(People.administrator().email())
                        .get("/account")
                        .body())
                .doesNotContain("E-mails about something new");
        assertThat(asDoctor.get("/account").body()).contains("E-mails about something new", "Your team is always told");
    }
}
