package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.redis.RedisConnection;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages are right at once, on every node: Redis keeps no copy of what the database has. */
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
    void aClinicianWhoseNameWasChangedIsCalledByTheNewNameOnEveryNode() {
        HttpVisit home = Visitors.signedIn(patient.email());
        assertThat(text(home)).contains("Bones and joints, " + doctor.name());
        Records.change("UPDATE account SET first_name = 'Renamed' WHERE email = ?", doctor.email());
        assertThat(text(home)).contains("Bones and joints, Renamed " + doctor.lastName());
        assertThat(text(Visitors.signedIn(Stand.get().secondNode().address(), patient.email())))
                .contains("Bones and joints, Renamed " + doctor.lastName());
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
    void noNameIsKept() {
        HttpVisit clinic = Visitors.signedIn(doctor.email());
        assertThat(clinic.get(page).body()).contains(patient.name());
        assertThat(clinic.get("/queue?view=MINE").body()).contains(patient.name());
        try (RedisConnection redis = Stand.get().redis().connect()) {
            assertThat(redis.send("KEYS", "consilium:cache:*")).isEqualTo(List.of());
        }
    }

    @Test
    void whatIsUnreadIsRightOnceSomethingWasWrittenOrReadAtAnyNode() {
        HttpVisit clinic = Visitors.signedIn(doctor.email());
        String list = Visitors.search(clinic, "/queue", patient.lastName()) + "&view=MINE";
        assertThat(clinic.get(list).body()).contains(unread(1));
        HttpVisit home = Visitors.signedIn(patient.email());
        for (int written = 1; written <= 2; written++) {
            HtmlForm reply = HtmlForm.in(home.get(page).body(), "reply").with("message", "Number " + written);
            assertThat(home.post(page, reply).status() / 100).isEqualTo(3);
            assertThat(clinic.get(list).body()).contains(unread(1 + written));
        }

        HttpVisit elsewhere = Visitors.signedIn(Stand.get().secondNode().address(), doctor.email());
        assertThat(elsewhere.get(page).body()).contains("Number 2");
        assertThat(clinic.get(list).body()).contains("Cached names").doesNotContain("class=\"unread\"");
    }

    private static String unread(int count) {
        return "class=\"unread\">" + count + " ";
    }
}
