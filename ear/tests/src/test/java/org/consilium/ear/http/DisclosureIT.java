package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The accounting of disclosures has everything that 45 CFR 164.528 asks for, and what was entered by hand. */
class DisclosureIT {

    private static final int MOST = 2_000;
    private static final String INCOMPLETE = "This list is not complete";

    private final Person officer = People.privacyOfficer();
    private final HttpVisit office = Visitors.signedIn(officer.email());
    private final Person patient = People.patient();
    private final String page = "/privacy/disclosures/" + StaffEntries.id(patient);

    private HtmlForm form(LocalDate date) {
        return HtmlForm.in(office.get(page).body(), "disclosure")
                .with("date", date.toString())
                .with("recipient", "County health department")
                .with("address", "1 Main Street")
                .with("description", "Immunization dates")
                .with("purpose", "Public health reporting");
    }

    private long kept() {
        return Records.number("SELECT COUNT(*) FROM disclosure WHERE patient_id = ?", People.key(patient));
    }

    @Test
    void aDisclosureIsEnteredOnceAndStandsInTheDocument() {
        HtmlForm form = form(today().minusDays(3));
        long before = Trail.newest();
        assertThat(office.post(page, form).location()).endsWith(page + "?done=disclosure-entered");
        assertThat(office.post(page, form).isDone()).as("sent again").isTrue();
        assertThat(kept()).isEqualTo(1);

        Document document = Visitors.page(office, page);
        assertThat(document.select("dl.facts").eachText().getFirst()).contains(patient.name());
        assertThat(document.select("#disclosures > li"))
                .singleElement()
                .satisfies(row -> assertThat(row.text())
                        .contains(
                                "County health department",
                                "1 Main Street",
                                "Immunization dates",
                                "Public health reporting",
                                "Entered by " + officer.name()));
        assertThat(Trail.of(People.key(officer), before))
                .filteredOn(row -> row.kind().equals("CHANGE"))
                .hasSize(2)
                .allSatisfy(row -> {
                    assertThat(row.step()).isEqualTo("CHANGE ENTER_DISCLOSURE DONE");
                    assertThat(row.patient()).isEqualTo(People.key(patient));
                })
                .noneSatisfy(row -> assertThat(row.toString()).contains("Immunization"));
    }

    @Test
    void itGoesBackSixYears() {
        assertThat(office.post(page, form(today().minusYears(6).plusDays(2))).isDone())
                .isTrue();
        assertThat(office.post(page, form(today().minusYears(6).minusDays(2))).isDone())
                .isTrue();
        assertThat(kept()).isEqualTo(2);
        assertThat(Visitors.page(office, page).select("#disclosures > li")).hasSize(1);
    }

    @Test
    void nothingIsEnteredWithoutWhatTheLawAsksFor() {
        for (String missing : new String[] {"recipient", "description", "purpose", "date"}) {
            assertThat(office.post(page, form(today().minusDays(1)).with(missing, ""))
                            .isDone())
                    .as(missing)
                    .isFalse();
        }
        assertThat(office.post(page, form(today().plusDays(2))).isDone())
                .as("in the future")
                .isFalse();
        assertThat(kept()).isZero();
    }

    @Test
    void exportsByTheStaffStandThereAsWell() {
        String report = "/privacy/trail?patient=" + StaffEntries.id(patient);
        String file = office.post(report, HtmlForm.in(office.get(report).body(), "export"))
                .location();
        assertThat(office.get(file).status()).isEqualTo(200);
        assertThat(Visitors.page(office, page).select("#disclosures > li"))
                .singleElement()
                .satisfies(row -> assertThat(row.text())
                        .contains(officer.name() + " (privacy officer)", "exported entries of the audit trail"));
    }

    /** 2,000 are shown. */
    @Test
    void whatIsMissingIsSaid() {
        assertThat(office.post(page, form(today().minusDays(1))).isDone()).isTrue();
        assertThat(office.get(page).body()).doesNotContain(INCOMPLETE);
        assertThat(exported()).doesNotContain(INCOMPLETE);
        for (long rows = kept(); rows < MOST; rows *= 2) {
            Records.change(
                    "INSERT INTO disclosure (patient_id, disclosed_on, recipient, description, purpose, entered_by,"
                            + " entered_at, form_key) SELECT patient_id, disclosed_on, recipient, description, purpose,"
                            + " entered_by, entered_at, UUID() FROM disclosure WHERE patient_id = ?",
                    People.key(patient));
        }
        Document document = Visitors.page(office, page);
        assertThat(document.select("p.notice").text()).contains(INCOMPLETE);
        assertThat(document.select("#disclosures > li")).hasSizeGreaterThanOrEqualTo(MOST);
        assertThat(exported().lines().toList().getLast()).contains(INCOMPLETE);
    }

    private String exported() {
        String file = office.post(page, HtmlForm.in(office.get(page).body(), "export"))
                .location();
        return office.get(file).body();
    }

    @Test
    void onlyPatientsHaveOne() {
        assertThat(office.get("/privacy/disclosures/" + StaffEntries.id(officer))
                        .status())
                .isEqualTo(404);
        assertThat(office.get("/privacy/disclosures/" + People.id()).status()).isEqualTo(404);
        assertThat(office.get(page)).matches(Answer::isPage);
        assertThat(Visitors.signedIn(patient.email()).get(page).status()).isEqualTo(404);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
