package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** People choose the time zone in which they read times, or that of their device. */
class ChosenTimeZoneIT {
    private static final String PAGE = "/account/time-zone";

    private final Person patient = People.patient();
    private final HttpVisit here = Visitors.signedIn(patient.email());

    private Answer choose(String zone) {
        return here.post(PAGE, HtmlForm.in(here.get(PAGE).body(), "zone").with("chosen", zone));
    }

    private static String shown(HttpVisit visit) {
        return Visitors.page(visit, "/account").select("#site").attr("data-zone");
    }

    @Test
    void theChosenZoneHoldsOnEveryDevice() {
        assertThat(choose("Asia/Tokyo").location()).endsWith("/account?done=zone-changed");
        assertThat(shown(here)).isEqualTo("Asia/Tokyo");
        HttpVisit other = Visitors.signedIn(patient.email());
        tell(other, "Europe/Vienna");
        assertThat(shown(other)).isEqualTo("Asia/Tokyo");
        assertThat(Visitors.page(other, PAGE).select("option[selected]").val()).isEqualTo("Asia/Tokyo");
    }

    @Test
    void withoutOneItIsThatOfTheDevice() {
        tell(here, "Europe/Vienna");
        assertThat(shown(here)).isEqualTo("Europe/Vienna");
        assertThat(choose("Asia/Tokyo").isDone()).isTrue();
        assertThat(choose("").isDone()).isTrue();
        assertThat(shown(here)).isEqualTo("Europe/Vienna");
    }

    @Test
    void anUnknownZoneIsRefused() {
        assertThat(choose("Moon/Tycho").isDone()).isFalse();
        assertThat(shown(here)).isNotEqualTo("Moon/Tycho");
    }

    private static void tell(HttpVisit visit, String zone) {
        assertThat(visit.post("/time-zone/" + zone, HtmlForm.empty(), "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(204);
    }
}
