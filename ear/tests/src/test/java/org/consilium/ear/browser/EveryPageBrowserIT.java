package org.consilium.ear.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visit;
import org.consilium.ear.stand.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page can be read and used by everybody: axe finds nothing serious at a desk in light and on a phone in dark,
 * and nothing is wider than the screen, which on the phone has 360 pixels. Each is kept as a picture.
 */
class EveryPageBrowserIT {

    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final String RED_EYE = "/consultation/demo-consultation-0002";
    private static final String BEFORE = "demo-image-00000000002";
    private static final String SWELLING = "demo-image-00000000004";
    private static final String ANKLE = "/consultation/demo-consultation-0003";

    /** A person, and the pages that are looked at in their eyes. */
    record Tour(String name, Supplier<Visit> visit, List<String> paths) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Tour> tours() {
        String access = People.emergency(People.nurse(People.SKIN), People.patient());
        String finding = People.finding(People.nurse(People.SKIN), People.patient());
        return Stream.of(
                new Tour("nobody", () -> Visit.start().expect(404), Visitors.PUBLIC_PAGES),
                new Tour(
                        "patient",
                        () -> Visit.of("patient@example.org"),
                        List.of(
                                "/",
                                "/consultations",
                                "/consultation/new",
                                RED_EYE,
                                RED_EYE + "/access",
                                "/account",
                                "/account/time-zone",
                                "/account/name",
                                "/account/address",
                                "/account/password",
                                "/account/passkeys",
                                "/account/second-factor",
                                "/account/recovery-codes",
                                "/account/accesses")),
                new Tour("newcomer", () -> Visit.of(People.patient().email()), List.of("/consultations")),
                new Tour(
                        "doctor",
                        () -> Visit.of("doctor@example.org"),
                        List.of(
                                "/queue",
                                "/queue?view=MINE",
                                ANKLE,
                                ANKLE + "/access",
                                "/cover",
                                "/image/" + SWELLING,
                                "/image/" + SWELLING + "?with=" + BEFORE)),
                inEmergency(),
                new Tour(
                        "administrator",
                        () -> Visit.of("admin@example.org"),
                        List.of(
                                "/people",
                                People.page(People.patient()),
                                "/teams",
                                "/teams?team=" + People.SKIN,
                                "/letters",
                                "/approvals")),
                new Tour(
                        "privacy-officer",
                        () -> Visit.of("privacy@example.org"),
                        List.of(
                                "/",
                                "/approvals",
                                "/account",
                                "/privacy/proof",
                                "/privacy/emergencies",
                                "/privacy/emergencies/" + access,
                                "/privacy/reviews",
                                "/privacy/reviews/" + finding,
                                "/privacy/reviewed",
                                "/privacy/marks",
                                "/privacy",
                                "/privacy/trail",
                                "/privacy/affected",
                                "/privacy/affected?person=" + id("doctor@example.org"),
                                "/privacy/disclosures/" + id("patient@example.org"),
                                "/privacy/questions",
                                "/privacy/questions?view=ANSWERED")));
    }

    /** A clinician who has opened the record of a patient of another team. */
    private static Tour inEmergency() {
        Person doctor = People.doctor(People.SKIN);
        Person patient = People.patient();
        String consultation = People.consultation(patient, "Short of breath");
        return new Tour(
                "emergency",
                () -> Visit.of(doctor.email()),
                List.of(
                        "/emergency",
                        "/emergency/" + People.emergency(doctor, patient),
                        "/consultation/" + consultation,
                        "/account"));
    }

    private static String id(String email) {
        var unused = Stand.get().node();
        return Records.text("SELECT public_id FROM account WHERE email = ?", email);
    }

    @ParameterizedTest
    @MethodSource("tours")
    void everyPageIsFitForEveryone(Tour tour) {
        try (Visit visit = tour.visit().get()) {
            tour.paths().forEach(path -> {
                visit.open(path);
                look(visit.light().width(DESK), tour.name() + " desk light " + path);
                look(visit.dark().width(PHONE), tour.name() + " phone dark " + path);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsRefusedIsReadableToo(Refusal refusal) {
        Person patient = People.patient();
        try (Visit visit = refusal.signedIn() ? Visit.of(patient.email()) : Visit.start()) {
            visit.open(refusal.path());
            // the browser's own check would speak before the server's
            visit.button(refusal.button()).evaluate("button => { button.form.noValidate = true; }");
            visit.press(refusal.button());
            visit.page().locator(".error:not(:empty), .error-list").first().waitFor();
            look(visit.light().width(PHONE), "refused phone light " + refusal.path());
        }
    }

    /** A form that is sent although nothing was filled in. */
    record Refusal(String path, String button, boolean signedIn) {
        @Override
        public String toString() {
            return path;
        }
    }

    static Stream<Refusal> refusals() {
        return Stream.of(
                new Refusal("/register", "Create account", false),
                new Refusal("/sign-in", "Sign in", false),
                new Refusal("/forgot-password", "Send me a link", false),
                new Refusal("/account/password", "Change password", true),
                new Refusal("/consultation/new", "Send to the clinic", true));
    }

    @Test
    void aPageThatKeepsPeopleOutIsNotPassed() {
        try (Visit visit = Visit.start().open("/sign-in")) {
            assertThat(visit.barriers()).isEmpty();
            visit.page().evaluate("""
                    () => {
                        const main = document.querySelector('main');
                        main.append(document.createElement('img'), document.createElement('input'));
                        const faint = document.createElement('p');
                        faint.textContent = 'This can hardly be read.';
                        faint.style.color = '#ddd';
                        faint.style.background = '#fff';
                        faint.style.width = '3000px';
                        main.append(faint);
                    }""");
            assertThat(visit.barriers())
                    .extracting(barrier -> barrier.substring(0, barrier.indexOf(':')))
                    .containsExactlyInAnyOrder("image-alt", "label", "color-contrast");
            assertThat(visit.overflow()).isPositive();
        }
    }

    private static void look(Visit visit, String what) {
        visit.screenshot(what.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", ""));
        assertThat(visit.barriers()).as("axe: " + what).isEmpty();
        assertThat(visit.overflow()).as("pixels too wide: " + what).isZero();
    }
}
