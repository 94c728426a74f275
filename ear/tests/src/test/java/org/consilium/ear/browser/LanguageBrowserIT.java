package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.Test;

/** The product in Spanish: chosen once, and kept on every page that follows. */
class LanguageBrowserIT {

    @Test
    void whoChoosesSpanishStaysInSpanish() {
        Person patient = People.patient();
        try (Visit visit = Visit.start().open("/sign-in")) {
            visit.page()
                    .getByRole(AriaRole.CONTENTINFO)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Español"))
                    .click();
            assertThat(visit.heading("Iniciar sesión")).isVisible();
            assertThat(visit.page().locator("html")).hasAttribute("lang", "es");
            visit.fill("Correo electrónico", patient.email()).fill("Contraseña", People.PASSWORD);
            visit.press("Iniciar sesión");
            assertThat(visit.heading("Mis consultas")).isVisible();
            visit.screenshot("spanish-consultations").open("/consultation/new");
            assertThat(visit.heading("Nueva consulta")).isVisible();
            visit.content().getByRole(AriaRole.BUTTON).last().click();
            assertThat(visit.content().locator(".error").first()).hasText("Complete este campo.");
            visit.screenshot("spanish-refused");
        }
    }
}
