package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Trail.Row;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.node.Node;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each thing that a person does, or is refused, is one entry of the audit trail. */
class TrailIT {
    private static final String DEVICE = "consilium-device";

    private Person patient;
    private Person doctor;
    private long patientKey;
    private long doctorKey;
    private String consultation;
    private String path;
    private long before;

    @BeforeEach
    void people() {
        patient = People.patient();
        doctor = People.doctor(People.GENERAL);
        patientKey = People.key(patient);
        doctorKey = People.key(doctor);
        consultation = People.consultation(patient, "Hidden-word-of-health");
        path = "/consultation/" + consultation;
        before = Trail.newest();
    }

    @Test
    void eachClickOfADoctorIsThereOnceAndInOrder() {
        HttpVisit visit = Visitors.signedIn(doctor.email());
        assertThat(visit.get("/queue").status()).isEqualTo(200);
        assertThat(visit.get(path).status()).isEqualTo(200);
        step(visit, HtmlForm.in(visit.get(path).body(), "take"));
        step(visit, HtmlForm.in(visit.get(path).body(), "reply").with("message", "Another hidden word"));
        assertThat(visit.get(Visitors.search(visit, "/queue?view=MINE", patient.lastName()))
                        .status())
                .isEqualTo(200);
        assertThat(Visitors.signOut(visit).status()).isEqualTo(302);

        List<Row> rows = Trail.of(doctorKey, before);
        assertThat(rows.stream().map(Row::step))
                .containsExactly(
                        "SIGN_IN NOTE_SIGN_IN DONE",
                        "LIST LIST_QUEUE DONE",
                        "VIEW READ_CONSULTATION DONE",
                        "VIEW READ_CONSULTATION DONE",
                        "CHANGE TAKE_CONSULTATION DONE",
                        "VIEW READ_CONSULTATION DONE",
                        "CHANGE WRITE_MESSAGE DONE",
                        "SEARCH LIST_QUEUE DONE",
                        "SIGN_OUT END_VISIT DONE");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.role()).isEqualTo("DOCTOR");
            assertThat(row.address()).isEqualTo("127.0.0.1");
            assertThat(row.request()).isNotEmpty();
            assertThat(row.node()).contains("/");
        });
        assertThat(rows.get(2).device()).isEqualTo(device(visit));
        assertThat(rows.get(2).patient()).isEqualTo(patientKey);
        assertThat(rows.get(2).record()).isEqualTo(consultation);
        assertThat(rows.get(2).recordType()).isEqualTo("CONSULTATION");
        assertThat(rows.get(2).relation()).isEqualTo("CARE_TEAM");
        assertThat(rows.get(7).detail()).isEqualTo("kind=name results=1");
        assertThat(rows.toString().toLowerCase(Locale.ROOT))
                .doesNotContain("hidden", patient.lastName().toLowerCase(Locale.ROOT), doctor.email());
    }

    private static String device(HttpVisit visit) {
        return Objects.requireNonNull(visit.cookie(DEVICE)).replaceFirst("\\..*", "");
    }

    private void step(HttpVisit visit, HtmlForm form) {
        assertThat(visit.post(path, form)).matches(Answer::isDone);
    }

    /** A node's machine may be in any time zone. */
    @Test
    void timesAreInUtc() {
        LocalDateTime earliest = LocalDateTime.now(ZoneOffset.UTC);
        for (Node node : List.of(Stand.get().node(), Stand.get().secondNode())) {
            HttpVisit visit = Visitors.signedIn(node.address(), patient.email());
            step(visit, HtmlForm.in(visit.get(path).body(), "reply").with("message", "At " + node.address()));
        }
        assertThat(Trail.of(patientKey, before))
                .hasSize(6)
                .allSatisfy(row -> assertThat(row.at()).isBetween(earliest, LocalDateTime.now(ZoneOffset.UTC)));
        assertThat(Records.number(
                        "SELECT COUNT(*) FROM message m JOIN consultation c ON c.id = m.consultation_id"
                                + " WHERE c.public_id = ? AND m.sent_at BETWEEN ? AND UTC_TIMESTAMP(6)",
                        consultation,
                        earliest))
                .isEqualTo(2);
    }

    @Test
    void aFormThatIsShownAgainIsAView() {
        HttpVisit visit = Visitors.signedIn(patient.email());
        HtmlForm empty = HtmlForm.in(visit.get(path).body(), "reply").with("message", " ");
        long shown = Trail.newest();
        assertThat(visit.post(path, empty).status()).isEqualTo(200);
        assertThat(Trail.of(patientKey, shown).stream().map(Row::step)).containsExactly("VIEW READ_CONSULTATION DONE");
    }

    @Test
    void refusalsNameTheRecordAndTheReason() {
        Person other = People.doctor(People.BONES);
        HttpVisit visit = Visitors.signedIn(other.email());
        assertThat(visit.get(path).status()).isEqualTo(404);
        assertThat(visit.get("/people").status()).isEqualTo(404);

        List<Row> rows = Trail.of(People.key(other), before);
        assertThat(rows.stream().map(Row::step))
                .containsExactly(
                        "SIGN_IN NOTE_SIGN_IN DONE", "VIEW READ_CONSULTATION REFUSED", "VIEW OPEN_PAGE REFUSED");
        Row refused = rows.get(1);
        assertThat(refused.record()).isEqualTo(consultation);
        assertThat(refused.patient()).isEqualTo(patientKey);
        assertThat(refused.reason()).isEqualTo("NOT_PERMITTED");
        assertThat(refused.relation()).isNull();
        assertThat(rows.get(2).detail()).isEqualTo("page=PEOPLE");
    }

    /** Also where the role alone is not let in, so that nobody has looked for the record. */
    @Test
    void refusalsOfAPageNameTheRecord() {
        Person administrator = People.administrator();
        HttpVisit visit = Visitors.signedIn(administrator.email());
        for (String page : List.of(path, path + "/access", "/consultation/nothing-like-an-id")) {
            assertThat(visit.get(page).status()).as(page).isEqualTo(404);
        }
        List<Row> refused = Trail.rows("account = ? AND action = 'OPEN_PAGE'", People.key(administrator));
        assertThat(refused)
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.recordType()).isEqualTo("CONSULTATION"));
        assertThat(refused.stream().map(Row::record)).containsExactly(consultation, consultation, null);
        assertThat(refused.stream().map(Row::patient)).containsExactly(patientKey, patientKey, null);
        assertThat(refused.stream().map(Row::detail))
                .containsExactly("page=CONSULTATION", "page=CONSULTATION_ACCESS", "page=CONSULTATION");
    }

    @Test
    void failedSignInsAreThereWithAndWithoutAnAccount() {
        HttpVisit visit = Visitors.anonymous();
        var wrong = Visitors.signIn(visit, patient.email(), "not the password of anybody");
        var unknown = Visitors.signIn(visit, "nobody-" + patient.email(), "not the password of anybody");
        Records.change("UPDATE account SET status = 'DISABLED' WHERE email = ?", doctor.email());
        var closed = Visitors.signIn(visit, doctor.email(), People.PASSWORD);
        assertThat(List.of(unknown.status(), closed.status())).containsOnly(wrong.status());

        List<Row> failed = Trail.rows("id > ? AND kind = 'SIGN_IN' AND outcome = 'FAILED'", before);
        assertThat(failed)
                .anySatisfy(row -> {
                    assertThat(row.account()).isEqualTo(patientKey);
                    assertThat(row.reason()).isEqualTo("WRONG_PASSWORD");
                })
                .anySatisfy(row -> {
                    assertThat(row.account()).isNull();
                    assertThat(row.reason()).isEqualTo("UNKNOWN_ADDRESS");
                })
                .anySatisfy(row -> {
                    assertThat(row.account()).isEqualTo(doctorKey);
                    assertThat(row.reason()).isEqualTo("ACCOUNT_CLOSED");
                });
    }

    @Test
    void aSessionThatEndsByItselfIsThere() {
        HttpVisit visit = Visitors.signedIn(patient.email());
        var unused = StoredSession.of(visit).age(Duration.ofMinutes(21));
        assertThat(visit.get("/consultations").header("Location"))
                .hasValueSatisfying(page -> assertThat(page).contains("/sign-in"));
        assertThat(Trail.of(patientKey, before).stream().map(Row::step))
                .containsExactly("SIGN_IN NOTE_SIGN_IN DONE", "SESSION_END END_VISIT DONE");
    }

    /** Within the call of somebody else, who is not to be taken for its person. */
    @Test
    void aSessionThatAnAdministratorEndsIsThereBesideWhatEndedIt() {
        HttpVisit visit = Visitors.signedIn(doctor.email());
        Person administrator = People.administrator();
        HttpVisit office = Visitors.signedIn(administrator.email());
        String page = People.page(doctor);
        long signedIn = Trail.newest();
        assertThat(office.post(page, HtmlForm.in(office.get(page).body(), "disable")))
                .matches(Answer::isDone);
        assertThat(visit.get("/queue").status()).isEqualTo(303);
        assertThat(Trail.of(People.key(administrator), signedIn).stream().map(Row::step))
                .containsExactly("VIEW SEE_PERSON DONE", "PERMISSION DISABLE_ACCOUNT DONE");
        assertThat(Trail.of(doctorKey, signedIn)).singleElement().satisfies(row -> {
            assertThat(row.step()).isEqualTo("SESSION_END END_VISIT DONE");
            assertThat(row.role()).isEqualTo("DOCTOR");
            assertThat(row.address()).isNull();
            assertThat(row.device()).isNull();
        });
    }

    @Test
    void photosOfAPageBelongToItsEntry() {
        HttpVisit visit = Visitors.signedIn(patient.email());
        String photo = Uploads.sendWithMessage(visit, SamplePhotos.disc(400, 300, Color.BLUE), consultation);

        long shown = Trail.newest();
        String page = visit.get("/image/" + photo).body();
        Jsoup.parse(page)
                .select(".stage img")
                .eachAttr("src")
                .forEach(image -> assertThat(visit.get(image).status()).isEqualTo(303));
        assertThat(Trail.of(patientKey, shown).stream().map(Row::step)).containsExactly("PHOTO SEE_IMAGE DONE");

        // an address without the signature, or with somebody else's, is a look of its own
        String signed = Jsoup.parse(page).select(".stage img").attr("src");
        HttpVisit other = Visitors.signedIn(doctor.email());
        assertThat(other.get(signed).status()).isEqualTo(303);
        assertThat(visit.get("/photo/" + photo + "/display/1999999999-forged").status())
                .isEqualTo(303);
        assertThat(Trail.rows("record = ? AND id > ? AND action = 'SEE_IMAGE'", photo, shown))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.patient()).isEqualTo(patientKey));
    }
}
