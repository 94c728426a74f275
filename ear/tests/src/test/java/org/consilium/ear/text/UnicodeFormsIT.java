package org.consilium.ear.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.text.Normalizer;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same letters are the same, in whatever form a keyboard or a program sends them. */
class UnicodeFormsIT {

    private static HttpVisit office;
    private static HttpVisit clinic;

    @BeforeAll
    static void staff() {
        office = Visitors.signedIn(People.administrator().email());
        clinic = Visitors.signedIn(People.doctor(People.GENERAL).email());
    }

    @ParameterizedTest
    @CsvSource({
        "caf\u00e9 con leche 1, cafe\u0301 con leche 1",
        "cafe\u0301 con leche 2, caf\u00e9 con leche 2",
        "\u1ec7\u1ec7\u1ec7 \ud55c\uae00 lamp 48151, e\u0323\u0302e\u0323\u0302e\u0323\u0302 \u1112\u1161\u11ab\u1100\u1173\u11af lamp 48151",
        "\u212bngstrom & \u2126mega, \u00c5ngstrom & \u03a9mega",
        "\uff10\uff11\uff12 \uff50\uff41\uff53\uff53 otter lamp, 012 pass otter lamp"
    })
    void aPasswordIsTheSameInEveryForm(String chosen, String typed) {
        Registration registration = Registration.of("Ines", "Itch").with(chosen);
        registration.open(typed);
        for (String form : new String[] {chosen, typed}) {
            assertThat(Visitors.signIn(Visitors.anonymous(), registration.email(), form)
                            .isDone())
                    .as(form)
                    .isTrue();
        }
        assertThat(Visitors.signIn(Visitors.anonymous(), registration.email(), chosen + " ")
                        .isDone())
                .isFalse();
    }

    /** Of fifteen letters as they are seen, not as they are typed. */
    @Test
    void aPasswordIsAsLongAsItsComposedForm() {
        Registration eight = Registration.of("Ines", "Itch").with("e\u0301".repeat(8));
        assertThat(eight.send().body()).contains("Please use at least 15 characters.");
        String composed = IntStream.range(0, 200)
                .mapToObj(i -> Character.toString(0xAC00 + i * i * 37 % 11_172))
                .collect(Collectors.joining());
        Registration many = Registration.of("Ines", "Itch").with(composed);
        many.open();
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(Visitors.signIn(Visitors.anonymous(), many.email(), decomposed)
                        .isDone())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Jose\u0301, %1$sO\u2019Brien, %1$so'brien",
        "Jos\u00e9, %1$sGro\u00df, %1$sGross",
        "Ana, %1$sNun\u0303ez, %1$sN\u00fa\u00f1ez",
        "Ana, %1$sN\u00fa\u00f1ez, %1$snunez",
        "Eva, %1$sD'Angelo, %1$sD\u02bcAngelo",
        "Eva, %1$sGROSS, %1$sgro\u00df",
        "Per, %1$sS\u00f8rensen, %1$ssorensen",
        "Ines, %1$sItch, Ines %1$sItch",
        "Ines, %1$sItch, '%1$sitch, ines'",
        "Gabriel, %1$sGarc\u00eda-M\u00e1rquez, gabriel %1$sgarcia",
        "'', %1$sMadonna, %1$smadonna"
    })
    void aNameIsFoundAsPeopleTypeIt(String first, String last, String typed) {
        String own = Registration.word();
        Registration patient = Registration.of(first, last.formatted(own));
        patient.open();
        String title = "Of " + own;
        submit(patient.email(), title);
        assertThat(office.get(Visitors.search(office, "/people", typed.formatted(own)))
                        .body())
                .contains(patient.email());
        assertThat(clinic.get(Visitors.search(clinic, "/queue", typed.formatted(own)))
                        .body())
                .contains(title);
        assertThat(clinic.get(Visitors.search(clinic, "/queue", typed.formatted(own) + "x"))
                        .body())
                .doesNotContain(title);
    }

    /** Of the people before the upgrade, and those whom a node of the version before adds. */
    @Test
    void anAccountWithoutAKeyIsFoundAsBeforeAndGetsOne() {
        Person patient = People.patient();
        Records.change(
                "UPDATE account SET last_name = CONCAT(last_name, '\u00df'), name_key = NULL WHERE email = ?",
                patient.email());
        assertThat(found(patient.lastName())).contains(patient.email());
        assertThat(found(patient.name())).contains(patient.email());
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .until(() ->
                        found(patient.lastName() + "ss, " + patient.firstName()).contains(patient.email()));
        assertThat(Records.text("SELECT given_name_key FROM account WHERE email = ?", patient.email()))
                .isEqualTo("ines " + patient.lastName().toLowerCase(java.util.Locale.ROOT) + "ss");
    }

    private static String found(String typed) {
        return office.get(Visitors.search(office, "/people", typed)).body();
    }

    private static void submit(String email, String title) {
        HttpVisit visit = Visitors.signedIn(email);
        HtmlForm form = HtmlForm.in(visit.get("/consultation/new").body(), "new")
                .with("title", title)
                .with("description", "Since Monday")
                .with("bodySite", "ARM")
                .with("severity", "MILD");
        assertThat(visit.post("/consultation/new", form).isDone()).isTrue();
    }
}
