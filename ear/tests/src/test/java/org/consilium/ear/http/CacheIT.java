package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visit;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.redis.RedisConnection;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Names of teams and clinicians, and how much is unread, come from a cache that all nodes share: it spares the
 * database, and is never needed.
 */
class CacheIT {

    private Person patient;
    private Person doctor;
    private String id;
    private String page;

    @BeforeEach
    void consultation() {
        patient = People.patient();
        doctor = People.doctor(People.BONES);
        id = People.consultation(patient, "Cached names");
        People.give(id, People.BONES);
        People.take(id, doctor);
        page = "/consultation/" + id;
    }

    /** The words on the page of the consultation, without its markup. */
    private String text(HttpVisit visit) {
        return Jsoup.parse(visit.get(page).body()).text();
    }

    @Test
    void aClinicianWhoseAccountWasChangedIsCalledByTheNewNameOnEveryNode() {
        HttpVisit home = Visitors.signedIn(patient.email());
        assertThat(text(home)).contains("Bones and joints, " + doctor.name());
        Records.change("UPDATE account SET first_name = 'Renamed' WHERE email = ?", doctor.email());
        assertThat(text(home)).as("from the cache").contains("Bones and joints, " + doctor.name());

        try (Visit office = Visit.at(Stand.get().secondNode().address())
                .signIn(People.administrator().email())) {
            office.open(office.searching("/people", doctor.lastName()));
            office.page().onDialog(dialog -> dialog.accept());
            office.press("Disable");
            office.notice().waitFor();
        }
        assertThat(text(home)).contains("Bones and joints, Renamed " + doctor.lastName());
    }

    @Test
    void anEmptiedRedisCostsTheSessionAndNothingElse() {
        String team = "Bones and joints, ";
        HttpVisit home = Visitors.signedIn(patient.email());
        assertThat(text(home)).contains(team + doctor.name());
        Records.change("UPDATE account SET first_name = 'Anew' WHERE email = ?", doctor.email());
        try (RedisConnection redis = Stand.get().redis().connect()) {
            redis.send("FLUSHALL");
        }
        assertThat(home.get(page).status()).isEqualTo(303);
        assertThat(text(Visitors.signedIn(patient.email()))).contains(team + "Anew " + doctor.lastName());
    }

    @Test
    void noNameOfAPatientIsKept() {
        HttpVisit clinic = Visitors.signedIn(doctor.email());
        assertThat(clinic.get(page).body()).contains(patient.name());
        assertThat(clinic.get("/queue?view=MINE").body()).contains(patient.name());
        long key = Records.number("SELECT id FROM account WHERE email = ?", patient.email());
        try (RedisConnection redis = Stand.get().redis().connect()) {
            assertThat(redis.text("GET", "consilium:cache:name:" + key)).isNull();
            assertThat(redis.text("GET", "consilium:cache:teams")).contains("Bones and joints");
        }
    }

    @Test
    void whatIsUnreadIsCountedAnewOnceSomethingWasWrittenOrReadAtAnyNode() {
        HttpVisit clinic = Visitors.signedIn(doctor.email());
        String list = Visitors.search(clinic, "/queue", patient.lastName()) + "&view=MINE";
        assertThat(clinic.get(list).body()).contains(unread(1));
        Records.change(
                "UPDATE message SET author_id = (SELECT id FROM account WHERE email = ?)"
                        + " WHERE consultation_id = (SELECT id FROM consultation WHERE public_id = ?)",
                doctor.email(),
                id);
        assertThat(clinic.get(list).body()).as("from the cache").contains(unread(1));

        HttpVisit home = Visitors.signedIn(patient.email());
        for (int written = 1; written <= 2; written++) {
            HtmlForm reply = HtmlForm.in(home.get(page).body(), "reply").with("message", "Number " + written);
            assertThat(home.post(page, reply).status() / 100).isEqualTo(3);
            assertThat(clinic.get(list).body()).contains(unread(written));
        }

        HttpVisit elsewhere = Visitors.signedIn(Stand.get().secondNode().address(), doctor.email());
        assertThat(elsewhere.get(page).body()).contains("Number 2");
        await().untilAsserted(() ->
                assertThat(clinic.get(list).body()).contains("Cached names").doesNotContain("class=\"unread\""));
    }

    @Test
    void countsOfWhatIsUnreadSpareTheDatabaseAQuestion() {
        HttpVisit home = Visitors.signedIn(patient.email());
        long counted = statements(home, "/consultations", false);
        long remembered = statements(home, "/consultations", true);
        System.out.printf("statements of a list: counted %d, remembered %d%n", counted, remembered);
        assertThat(remembered).isLessThan(counted);
    }

    private static String unread(int count) {
        return "class=\"unread\">" + count + " ";
    }

    @Test
    void aPageOfAThreadCostsTheDatabaseLess() {
        HttpVisit home = Visitors.signedIn(patient.email());
        HttpVisit clinic = Visitors.signedIn(doctor.email());
        long ofPatient = statements(home, page, false);
        long ofPatientCached = statements(home, page, true);
        long ofClinician = statements(clinic, page, false);
        long ofClinicianCached = statements(clinic, page, true);
        System.out.printf(
                "statements of a thread page: patient %d, cached %d; clinician %d, cached %d%n",
                ofPatient, ofPatientCached, ofClinician, ofClinicianCached);
        assertThat(ofPatientCached).isLessThan(ofPatient);
        assertThat(ofClinicianCached).isLessThan(ofClinician);
    }

    /** The fewest of some readings, as the node has other things to do as well. */
    private static long statements(HttpVisit visit, String path, boolean cached) {
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            var unused = visit.get(path);
            if (!cached) {
                forgetAll();
            }
            long before = selects();
            assertThat(visit.get(path).status()).isEqualTo(200);
            fewest = Math.min(fewest, selects() - before - 1);
        }
        return fewest;
    }

    private static void forgetAll() {
        try (RedisConnection redis = Stand.get().redis().connect()) {
            redis.send(
                    "EVAL",
                    "for _, k in ipairs(redis.call('keys', 'consilium:cache:*')) do redis.call('del', k) end",
                    "0");
        }
    }

    private static long selects() {
        return Records.number(
                "SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'COM_SELECT'");
    }
}
