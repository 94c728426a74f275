package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.Test;

/** A doctor opens the record of a patient of another team on a phone, and the officer's open page shows it. */
class EmergencyBrowserIT {

    private static final int PHONE = 390;

    private static final LocatorAssertions.ContainsTextOptions WITHIN_A_MINUTE =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @Test
    void aRecordIsOpenedAndEnded() {
        Person patient = People.patient();
        Person person = People.doctor(People.SKIN);
        String consultation = People.consultation(patient, "Swollen throat");
        try (Visit officer = Visit.of(People.privacyOfficer().email());
                Visit doctor = Visit.of(person.email())) {
            officer.open("/privacy/emergencies");
            doctor.width(PHONE).open("/emergency");
            doctor.fill("First name", patient.firstName()).fill("Last name", patient.lastName());
            doctor.field("Date of birth").fill("1990-02-03");
            doctor.press("Search");
            assertThat(doctor.content()).containsText("There is a record with this name and date of birth.");
            doctor.field("Reason").selectOption("LIFE_AT_RISK");
            doctor.fill("Explanation", "Cannot swallow").press("Open the record");

            assertThat(doctor.page().locator("aside.emergency")).containsText(patient.name());
            assertThat(doctor.overflow()).isZero();
            assertThat(officer.content()).containsText("Cannot swallow", WITHIN_A_MINUTE);

            doctor.open("/consultation/" + consultation);
            assertThat(doctor.barriers()).isEmpty();
            doctor.page().locator("aside.emergency button").click();
            assertThat(doctor.notice()).hasText("The emergency access has ended.");
            assertThat(doctor.page().locator("aside.emergency")).hasCount(0);
            assertThat(officer.content()).containsText("ended by the clinician", WITHIN_A_MINUTE);
        }
    }
}
