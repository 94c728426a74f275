package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session is used by what a person does, and by nothing that a page asks by itself, whatever it asks. */
class SessionUseIT {

    private static final Duration AGE = Duration.ofMinutes(2);

    private final HttpVisit visit = Visitors.signedIn(People.patient().email());

    private final StoredSession session = StoredSession.of(visit);

    private String age() {
        return session.age(AGE);
    }

    private String lastUse() {
        return session.lastUse();
    }

    /** Images, live parts, states of uploads, scripts of today and tomorrow, and pages that a browser loads ahead. */
    @ParameterizedTest
    @CsvSource({
        "/photo/none/thumbnail, Sec-Fetch-Mode, no-cors",
        "/photo/none/thumbnail, Accept, 'image/avif,image/webp,*/*;q=0.8'",
        "/photos/none, Sec-Fetch-Mode, cors",
        "/live, Sec-Fetch-Mode, same-origin",
        "/consultations, Sec-Fetch-Mode, cors",
        "/consultations, Consilium-Background, true",
        "/consultation/new, Accept, */*",
        "/privacy-notice, Sec-Fetch-Mode, cors",
        "/consultations, Sec-Purpose, prefetch"
    })
    void whatAPageAsksByItselfIsNoUse(String path, String header, String value) {
        String aged = age();
        visit.get(path, header, value);
        assertThat(lastUse()).isEqualTo(aged);
    }

    @ParameterizedTest
    @CsvSource({
        "/consultations, Sec-Fetch-Mode, navigate",
        "/consultations, Accept, 'text/html,application/xhtml+xml,*/*;q=0.8'",
        "/privacy-notice, Consilium-Use, true"
    })
    void whatAPersonDoesIsUse(String path, String header, String value) {
        String aged = age();
        visit.get(path, header, value);
        assertThat(lastUse()).isNotEqualTo(aged);
    }

    @Test
    void aPhotoThatAPageDeletesOrAnnouncesIsNoUse() {
        String aged = age();
        visit.send("DELETE", "/photos/none", "", "Sec-Fetch-Mode", "cors");
        visit.post("/photos", "{}".getBytes(StandardCharsets.UTF_8), "Sec-Fetch-Mode", "cors");
        assertThat(lastUse()).isEqualTo(aged);
    }

    @Test
    void aPatientsEndsAfterTwentyMinutesWithoutUse() {
        endsAfter(Duration.ofMinutes(20), visit, "/consultations");
    }

    @Test
    void thatOfStaffEndsAfterFifteen() {
        endsAfter(
                Duration.ofMinutes(15),
                Visitors.signedIn(People.nurse(People.GENERAL).email()),
                "/queue");
    }

    private static void endsAfter(Duration idle, HttpVisit signedIn, String page) {
        StoredSession stored = StoredSession.of(signedIn);
        stored.age(idle.minusMinutes(1));
        assertThat(signedIn.get(page)).matches(Answer::isPage);
        stored.age(idle.plusSeconds(1));
        assertThat(signedIn.get(page).location()).contains("/sign-in");
    }
}
