package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A consultation goes to another team: from then on it is theirs, and no longer of those who handed it over. */
@Tag("quick")
class HandoverBrowserIT {

    @Test
    void theOtherTeamHasItAndTheFirstNoMore() {
        Person patient = People.patient();
        Person doctor = People.doctor(People.GENERAL);
        Person specialist = People.nurse(People.BONES);
        String title = "Knee that clicks " + People.id();
        String id = People.consultation(patient, title);
        People.take(id, doctor);
        try (Visit clinic = Visit.of(doctor.email()).expect(404);
                Visit bones = Visit.of(specialist.email()).expect(404)) {
            bones.open("/consultation/" + id);
            assertThat(bones.heading("Page not found")).isVisible();

            clinic.open("/consultation/" + id)
                    .choose("Hand over to team", "Bones and joints")
                    .press("Hand over");
            assertThat(clinic.notice()).hasText("The consultation was handed over.");
            assertThat(clinic.heading("Queue")).isVisible();
            clinic.open("/consultation/" + id);
            assertThat(clinic.heading("Page not found")).isVisible();
            clinic.screenshot("not-found");

            bones.open("/queue")
                    .fill("Search by patient’s name", patient.lastName())
                    .press("Search");
            Locator row = bones.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(title));
            assertThat(row).containsText(patient.name());
            bones.link(title).click();
            bones.press("Take this consultation");
            assertThat(bones.notice()).hasText("The consultation is yours.");
            assertThat(bones.content()).containsText("Bones and joints, " + specialist.name());
        }
    }

    @Test
    void ofTwoWhoTakeItTheSecondIsToldWhoWasFirst() {
        String id = People.consultation(People.patient(), "Both reach for it");
        Person first = People.doctor(People.GENERAL);
        Person second = People.nurse(People.GENERAL);
        try (Visit one = Visit.of(first.email()).open("/consultation/" + id);
                Visit two = Visit.of(second.email())) {
            two.context().addInitScript("delete window.WebSocket"); // or the page would know before the click
            two.open("/consultation/" + id);
            one.press("Take this consultation");
            assertThat(one.notice()).hasText("The consultation is yours.");
            two.press("Take this consultation");
            assertThat(two.alert()).hasText(first.name() + " took this consultation just before you.");
            assertThat(two.button("Take this consultation")).hasCount(0);
        }
    }
}
