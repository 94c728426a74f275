package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visit;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Times are in the reader's time zone on every page, which is named where it is not the hospital's, UTC. */
class TimeZoneBrowserIT {

    private static final String AUCKLAND = "Pacific/Auckland";

    private final Person patient = People.patient();
    private final String id = People.consultation(patient, "Far away");

    @Test
    void theFirstPageAlreadyShowsTheReadersTimes() {
        try (Visit visit = Visit.from(AUCKLAND).open("/sign-in").signInHere(patient.email(), People.PASSWORD)) {
            visit.leave("/sign-in");
            assertShown(visit, "/consultations", AUCKLAND);
            assertShown(visit, "/consultation/" + id, AUCKLAND);
            await().until(() -> kept().equals(AUCKLAND));
        }
        HttpVisit withoutScripts = Visitors.signedIn(patient.email());
        Element time = Jsoup.parse(withoutScripts.get("/consultation/" + id).body())
                .select(".entry time")
                .get(0);
        org.assertj.core.api.Assertions.assertThat(time.select(".exact").text())
                .isEqualTo(moment(time.attr("datetime"), AUCKLAND) + " " + zone(time, AUCKLAND));
        org.assertj.core.api.Assertions.assertThat(time.attr("title")).contains("New Zealand");
    }

    @Test
    void theAccountAndTheBrowserKeepTheZone() {
        try (Visit visit = Visit.from("America/Bogota").signIn(patient.email())) {
            assertShown(visit, "/consultations", "America/Bogota");
            await().until(() -> kept().equals("America/Bogota"));
        }
        try (Visit visit = Visit.from("Asia/Kolkata").signIn(patient.email())) {
            assertShown(visit, "/consultation/" + id, "Asia/Kolkata");
            await().until(() -> kept().startsWith("Asia/"));
        }
    }

    @Test
    void theHospitalsOwnZoneIsNotNamedAndTheExactTimeIsBesideARelativeOne() {
        Person nurse = People.nurse(People.GENERAL);
        try (Visit visit = Visit.from("UTC").signIn(nurse.email())) {
            visit.open(visit.searching("/queue", patient.lastName()));
            assertThat(visit.content().locator("td time .ago")).containsText("min");
            assertThat(visit.content().locator("td time .exact")).isVisible();
            assertThat(visit.content().locator("td time .zone")).isHidden();
        }
        try (Visit visit = Visit.from(AUCKLAND).signIn(nurse.email())) {
            visit.open(visit.searching("/queue", patient.lastName()));
            assertThat(visit.content().locator("td time .ago")).containsText("min");
            assertThat(visit.content().locator("td time .zone")).isVisible();
        }
    }

    private String kept() {
        return Records.text("SELECT time_zone FROM account WHERE email = ?", patient.email());
    }

    private static void assertShown(Visit visit, String path, String zone) {
        if (!visit.path().equals(path)) {
            visit.open(path);
        }
        await().pollInSameThread().untilAsserted(() -> assertTimes(visit, zone));
    }

    private static void assertTimes(Visit visit, String zone) {
        assertThat(visit.content().locator("time .zone >> visible=true").first())
                .isVisible();
        for (Element time : Jsoup.parse(visit.page().content()).select("main time")) {
            if (!time.parents().is(".printed")) {
                org.assertj.core.api.Assertions.assertThat(time.select(".exact").text())
                        .isEqualTo(moment(time.attr("datetime"), zone) + " " + zone(time, zone));
            }
        }
    }

    private static String moment(String instant, String zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.ENGLISH)
                .withZone(ZoneId.of(zone))
                .format(Instant.parse(instant))
                .replaceAll("\\s", " ");
    }

    private static String zone(Element time, String zone) {
        return DateTimeFormatter.ofPattern("z", Locale.ENGLISH)
                .withZone(ZoneId.of(zone))
                .format(Instant.parse(time.attr("datetime")));
    }

    @Test
    void onlyZonesOfTheDatabaseAreTakenAndOnlyFromOurPages() {
        HttpVisit visit = Visitors.signedIn(patient.email());
        for (String name : List.of("Nowhere/Here", "+02:00", "", "Europe")) {
            org.assertj.core.api.Assertions.assertThat(
                            visit.send("POST", "/time-zone/" + name, "").status())
                    .as(name)
                    .isEqualTo(404);
        }
        org.assertj.core.api.Assertions.assertThat(
                        visit.send("POST", "/time-zone/Asia/Tokyo", "", "Origin", "https://elsewhere.example")
                                .status())
                .isEqualTo(400);
        org.assertj.core.api.Assertions.assertThat(
                        visit.get("/time-zone/Asia/Tokyo").status())
                .isEqualTo(405);
        org.assertj.core.api.Assertions.assertThat(
                        visit.send("POST", "/time-zone/Asia/Tokyo", "").status())
                .isEqualTo(204);
        org.assertj.core.api.Assertions.assertThat(
                        visit.withCookie("zone", "$$$").get("/consultations").body())
                .contains("JST");
    }
}
