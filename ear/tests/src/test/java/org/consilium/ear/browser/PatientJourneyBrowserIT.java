package org.consilium.ear.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.awt.Color;
import java.util.Locale;
import java.util.Objects;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.ThreadPhotos;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A patient asks the clinic, is answered, told what to do, and asks again: the way that the product exists for. */
@Tag("quick")
class PatientJourneyBrowserIT {

    private static final String NOTE = "Rule out contact dermatitis from new gloves";

    @Test
    void aPatientIsCaredForFromTheFirstWordToTheLast() {
        Person doctor = People.doctor(People.GENERAL);
        String unique = People.id().substring(0, 8).replaceAll("[^A-Za-z0-9]", "x");
        String email = "ines." + unique.toLowerCase(Locale.ROOT) + "@example.org"; // as the database keeps it
        String title = "Itchy rash " + People.id();
        try (Visit patient = Visit.start();
                Visit clinic = Visit.of(doctor.email())) {
            register(patient, email);
            String id = submit(patient, email, title);
            take(clinic, title);
            answer(clinic);
            readAndReply(patient, title);
            note(clinic, id);
            patient.open("/consultation/" + id);
            assertThat(patient.page().content()).doesNotContain(NOTE);
            close(clinic);
            readTheEnd(patient, id);
            writeAgain(patient);
        }
    }

    private static void register(Visit patient, String email) {
        patient.open("/").link("Create account").click();
        patient.fill("First name", "Ines")
                .fill("Last name", "Itch")
                .fill("Date of birth", "1990-02-03")
                .fill("E-mail", email)
                .fill("Password", People.PASSWORD)
                .fill("Repeat password", People.PASSWORD);
        patient.field("I have read the privacy notice and agree").check();
        patient.press("Create account");
        assertThat(patient.notice()).containsText("we have sent you an e-mail");
        patient.open("/confirm?token=" + Stand.get().mails().takeToken(email));
        patient.fill("Password", People.PASSWORD)
                .screenshot("journey-0-confirm")
                .press("Confirm my address");
        assertThat(patient.notice()).hasText("Your address is confirmed. Sign in to begin.");
        patient.signInHere(email, People.PASSWORD);
        assertThat(patient.heading("My consultations")).isVisible();
        assertThat(patient.content()).containsText("No consultations yet.");
        patient.screenshot("journey-1-no-consultations");
    }

    private static String submit(Visit patient, String email, String title) {
        patient.link("New consultation").click();
        patient.fill("What is troubling you?", title)
                .fill("Describe it", "Red dots on my forearm since Sunday.\nThey itch at night.")
                .choose("Where on the body", "Arm")
                .fill("When did it start?", "2026-01-04")
                .choose("How bad is it?", "Moderate");
        choosePhotos(patient, email);
        patient.screenshot("journey-2-new-consultation").press("Send to the clinic");
        assertThat(patient.notice()).containsText("Your consultation was sent.");
        String id = patient.consultation();
        assertThat(patient.content()).containsText("They itch at night.");
        ThreadPhotos.photos(patient, 5);
        ThreadPhotos.assertUpright(patient, 4);
        patient.screenshot("journey-3-sent").open("/consultations");
        Locator row = patient.page().getByRole(AriaRole.LISTITEM).filter(with(title));
        assertThat(row).containsText("Sent");
        assertThat(row).containsText("Waiting for a nurse or doctor");
        return id;
    }

    private static void choosePhotos(Visit patient, String email) {
        FilePayload[] photos = {
            PhotoFiles.photo("one.jpg", Color.RED),
            PhotoFiles.photo("two.jpg", Color.GREEN),
            PhotoFiles.photo("three.jpg", Color.BLUE),
            PhotoFiles.png("four.png"),
            PhotoFiles.heldUpright("five.jpg")
        };
        Previews previews = new Previews(patient);
        previews.watch();
        patient.field("Photos").setInputFiles(photos);
        previews.awaitReady(5);
        assertThat(previews.sawProgress()).as("a progress bar was on the page").isTrue();
        patient.button("Remove five.jpg").click();
        previews.awaitReady(4);
        patient.page().waitForCondition(() -> Records.imagesOf(email) == 4);
        patient.field("Photos").setInputFiles(photos[4]);
        previews.awaitReady(5);
    }

    private static void take(Visit clinic, String title) {
        clinic.open("/queue").fill("Search by patient’s name", "Itch").press("Search");
        assertThat(clinic.heading("Queue")).isVisible();
        clinic.screenshot("journey-4-queue").link(title).click();
        assertThat(clinic.content()).containsText("Ines Itch, born");
        assertThat(clinic.field("Message")).hasCount(0);
        ThreadPhotos.photos(clinic, 5);
        clinic.press("Take this consultation");
        assertThat(clinic.notice()).hasText("The consultation is yours.");
        assertThat(clinic.button("Take this consultation")).hasCount(0);
        assertThat(clinic.content().locator(".head")).containsText("In progress");
        ThreadPhotos.photos(clinic, 5);
        zoom(clinic);
        assertLinksArePresigned(clinic);
    }

    private static void zoom(Visit clinic) {
        clinic.content().locator("a[data-zoom]").first().click();
        Locator dialog = clinic.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        ThreadPhotos.awaitShown(dialog.locator("img"));
        clinic.screenshot("journey-5-zoom");
        dialog.getByRole(AriaRole.BUTTON).click();
        assertThat(dialog).isHidden();
    }

    private static void assertLinksArePresigned(Visit clinic) {
        Locator photo = clinic.content().locator(".images img").first();
        assertThat(photo.getAttribute("src")).contains("X-Amz-Signature=").contains("X-Amz-Expires=300");
        String display = Objects.requireNonNull(
                clinic.content().locator("a[data-zoom]").first().getAttribute("data-zoom"));
        APIResponse answer = clinic.context()
                .request()
                .get(
                        clinic.home().resolve(display).toString(),
                        RequestOptions.create().setMaxRedirects(0));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers().get("location"))
                .contains("X-Amz-Signature=")
                .contains("X-Amz-Expires=300");
    }

    private static void answer(Visit clinic) {
        clinic.fill("Message", "Have you worn new gloves?").press("Send");
        assertThat(clinic.notice()).hasText("Your message was sent.");
        assertThat(clinic.content().locator(".entry.own")).containsText("Have you worn new gloves?");
        assertThat(clinic.content().locator(".head")).containsText("Waiting for the patient");
    }

    private static void readAndReply(Visit patient, String title) {
        patient.open("/consultations");
        Locator row = patient.page().getByRole(AriaRole.LISTITEM).filter(with(title));
        assertThat(row).containsText("1 new");
        assertThat(row).containsText("Waiting for your reply");
        patient.screenshot("journey-6-unread").link(title).click();
        assertThat(patient.content()).containsText("Have you worn new gloves?");
        patient.fill("Message", "Yes, here they are.");
        patient.field("Photos").setInputFiles(PhotoFiles.photo("gloves.jpg", Color.ORANGE));
        new Previews(patient).awaitReady(1);
        patient.press("Send");
        assertThat(patient.notice()).hasText("Your message was sent.");
        ThreadPhotos.photos(patient, 6);
        patient.open("/consultations");
        assertThat(row).not().containsText("1 new");
        assertThat(row).containsText("With Dara");
    }

    private static void note(Visit clinic, String id) {
        clinic.open("/consultation/" + id);
        assertThat(clinic.content()).containsText("Yes, here they are.");
        ThreadPhotos.photos(clinic, 6);
        clinic.fill("Staff note", NOTE).press("Add note");
        assertThat(clinic.notice()).hasText("Your note was added.");
        assertThat(clinic.content().locator(".notes")).containsText(NOTE);
    }

    private static void close(Visit clinic) {
        clinic.fill("Summary", "Contact dermatitis of the forearm.")
                .fill("Instructions for the patient", "Leave the gloves. Cool twice a day.")
                .screenshot("journey-7-closing")
                .press("Close consultation");
        assertThat(clinic.notice()).hasText("The consultation is closed.");
        assertThat(clinic.content().locator(".head")).containsText("Closed");
    }

    private static void readTheEnd(Visit patient, String id) {
        patient.open("/consultation/" + id);
        assertThat(patient.content()).containsText("Contact dermatitis of the forearm.");
        assertThat(patient.content()).containsText("Leave the gloves. Cool twice a day.");
        assertThat(patient.content()).containsText("To reopen it, send a message by");
        assertThat(patient.page().content()).doesNotContain(NOTE);
        patient.screenshot("journey-8-closed");
    }

    private static void writeAgain(Visit patient) {
        patient.fill("Message", "It has come back.").press("Send");
        assertThat(patient.notice()).hasText("Your message was sent.");
        assertThat(patient.content().locator(".head")).containsText("The clinic is working on it");
        assertThat(patient.content()).containsText("It has come back.");
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
