package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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

/** The privacy officer takes every list out of the system: all of it, in words, and on record. */
class ListExportIT {

    /** More than are read at once. */
    private static final int ROWS = 45;

    private static final String UTC = "\"20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z\"";

    private final Person officer = People.privacyOfficer();
    private final HttpVisit office = Visitors.signedIn(officer.email());
    private final Person doctor = People.doctor(People.GENERAL);
    private final Person patient = People.patient();
    private final String formula = formula(patient);
    private final String disclosures = "/privacy/disclosures/" + StaffEntries.id(patient);

    /** Gives somebody a name that a spreadsheet would run; the name. */
    private static String formula(Person person) {
        String name = "=" + People.id();
        Records.change("UPDATE account SET first_name = '', last_name = ? WHERE email = ?", name, person.email());
        return name;
    }

    private static IntStream numbers() {
        return IntStream.rangeClosed(1, ROWS);
    }

    /** As a cell. */
    private static String harmless(String name) {
        return "\"'" + name + '"';
    }

    private static Answer download(HttpVisit visit, String page) {
        String file =
                visit.post(page, HtmlForm.in(visit.get(page).body(), "export")).location();
        return visit.get(file, "Sec-Fetch-Site", "same-origin");
    }

    /** The lines of a list's file that are about the patient; the export is on record once. */
    private List<String> exported(String page, String detail, String head) {
        long before = Trail.newest();
        Answer csv = download(office, page);
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Type").orElse("").toLowerCase(Locale.ROOT))
                .contains("text/csv", "charset=utf-8");
        assertThat(csv.header("Cache-Control").orElse("")).contains("no-store");
        assertThat(csv.body().lines().findFirst().orElse("")).isEqualTo('\uFEFF' + head);
        assertThat(Trail.of(People.key(officer), before))
                .filteredOn(row -> row.kind().equals("EXPORT"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.step()).isEqualTo("EXPORT EXPORT_LIST DONE");
                    assertThat(row.detail()).isEqualTo(detail);
                    assertThat(row.patient()).isEqualTo(page.equals(disclosures) ? People.key(patient) : null);
                });
        return csv.body()
                .lines()
                .filter(line -> line.contains(harmless(formula)))
                .toList();
    }

    /** That each row is there once, and nothing else about the patient; the numbered text is in its cell. */
    private static void assertComplete(List<String> lines, String text) {
        assertThat(lines).hasSize(ROWS);
        assertThat(numbers())
                .allSatisfy(i -> assertThat(lines)
                        .filteredOn(line -> line.contains('"' + text + i + '"'))
                        .hasSize(1));
    }

    /** How many rows about the patient the pages of a list have, one after the other. */
    private long shown(String list) {
        long rows = 0;
        String page = list;
        while (!page.isEmpty()) {
            Document shown = Visitors.page(office, page);
            rows += shown.select(".rows > li").stream()
                    .filter(row -> row.text().contains(formula))
                    .count();
            page = shown.select(".more a").attr("href");
        }
        return rows;
    }

    private String finding(int number) {
        String id = People.finding(doctor, patient);
        Records.change(
                "UPDATE review_finding SET day = day - INTERVAL ? DAY, entries = ? WHERE public_id = ?",
                number,
                number,
                id);
        return id;
    }

    private void decision(int number) {
        String id = finding(number);
        Records.change(
                "INSERT INTO review_decision (finding_id, outcome, comment, officer_id, decided_at, entries) SELECT"
                        + " id, 'EDUCATION', ?, ?, UTC_TIMESTAMP(6), entries FROM review_finding WHERE public_id = ?",
                "Comment " + number,
                People.key(officer),
                id);
        Records.change(
                "UPDATE review_finding SET decided_at = UTC_TIMESTAMP(6), hand_on_at = NULL, settled = id"
                        + " WHERE public_id = ?",
                id);
    }

    @Test
    void whatIsToBeReviewed() {
        numbers().forEach(this::finding);
        List<String> lines = exported(
                "/privacy/reviews",
                "report=reviews",
                "\"Rule\",\"Why\",\"Person\",\"Role\",\"Patient\",\"Last event\",\"Entries\",\"First\",\"Last\","
                        + "\"To be reviewed by (UTC)\",\"State\"");
        assertComplete(lines, "");
        assertThat(shown("/privacy/reviews")).isEqualTo(ROWS);
        assertThat(lines.getFirst())
                .startsWith("\"Same last name\",\"The person and the patient have the same last name."
                        + " They may be related.\",\"" + doctor.name() + "\",\"Doctor\"," + harmless(formula)
                        + ",\"View\",\"" + ROWS + "\",")
                .matches(".*," + UTC + ',' + UTC + ',' + UTC + ",\"\"");
    }

    @Test
    void whatWasReviewed() {
        numbers().forEach(this::decision);
        List<String> lines = exported(
                "/privacy/reviewed",
                "report=reviewed",
                "\"Rule\",\"Why\",\"Person\",\"Role\",\"Patient\",\"Last event\",\"Entries\",\"First\",\"Last\","
                        + "\"Outcome\",\"Comment\",\"Signed by\",\"Signed (UTC)\"");
        assertComplete(lines, "Comment ");
        assertThat(shown("/privacy/reviewed")).isEqualTo(ROWS);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line)
                        .contains("\"Education needed\",\"Comment ")
                        .matches(".*\",\"" + officer.name() + "\"," + UTC));
    }

    @Test
    void whoIsMarked() {
        List<String> names = numbers()
                .mapToObj(i -> {
                    Person marked = People.patient();
                    String name = formula(marked);
                    Records.change(
                            "INSERT INTO patient_mark (public_id, patient_id, kind, staff_id, marked_by, marked_at)"
                                    + " VALUES (?, ?, 'EMPLOYEE', ?, ?, UTC_TIMESTAMP(6))",
                            People.id(),
                            People.key(marked),
                            People.key(doctor),
                            People.key(officer));
                    return name;
                })
                .toList();
        assertThat(exported(
                        "/privacy/marks",
                        "report=marks",
                        "\"Patient\",\"Reason\",\"Work account\",\"Marked by\",\"Time (UTC)\""))
                .as("of somebody without a mark")
                .isEmpty();
        List<String> lines = download(office, "/privacy/marks").body().lines().toList();
        assertThat(names)
                .allSatisfy(name -> assertThat(lines)
                        .filteredOn(line -> line.startsWith(harmless(name)))
                        .singleElement()
                        .asString()
                        .matches(".*,\"Employee\",\"" + doctor.name() + "\",\"" + officer.name() + "\"," + UTC));
    }

    @Test
    void emergencyAccesses() {
        numbers()
                .forEach(i -> Records.change(
                        "UPDATE emergency_access SET words = ? WHERE public_id = ?",
                        "Words " + i,
                        People.grant().endedEmergency(People.key(doctor), People.key(patient))));
        List<String> lines = exported(
                "/privacy/emergencies",
                "report=emergencies",
                "\"Clinician\",\"Role\",\"Patient\",\"Reason\",\"Explanation\",\"Opened (UTC)\",\"Ends by itself"
                        + " (UTC)\",\"Ended (UTC)\",\"How it ended\",\"Letter to the patient\",\"Letter due (UTC)\"");
        assertComplete(lines, "Words ");
        assertThat(shown("/privacy/emergencies")).isEqualTo(ROWS);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line)
                        .startsWith('"' + doctor.name() + "\",\"Doctor\"," + harmless(formula)
                                + ",\"Another reason\",\"Words ")
                        .matches(".*\"," + UTC + ',' + UTC + ',' + UTC
                                + ",\"ended by the clinician\",\"The letter to the patient will be sent\"," + UTC));
    }

    private void question(int number) {
        Records.change(
                "UPDATE privacy_question SET question = ?, staff_id = ? WHERE public_id = ?",
                "Question " + number,
                People.key(doctor),
                People.question(patient));
    }

    @Test
    void questionsOfPatients() {
        String head = "\"Patient\",\"Asked (UTC)\",\"About the access of\",\"Time of the access (UTC)\",\"Question\","
                + "\"Answer\",\"Answered (UTC)\"";
        numbers().forEach(this::question);
        List<String> lines = exported("/privacy/questions", "report=questions part=open", head);
        assertComplete(lines, "Question ");
        assertThat(shown("/privacy/questions")).isEqualTo(ROWS);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line)
                        .matches(".*," + UTC + ",\"" + doctor.name() + "\"," + UTC + ",\"Question \\d+\",\"\",\"\""));
        Records.change(
                "UPDATE privacy_question SET answer = 'For your care', answered_by = ?, answered_at = UTC_TIMESTAMP(6)"
                        + " WHERE patient_id = ?",
                People.key(officer),
                People.key(patient));
        assertThat(exported("/privacy/questions", "report=questions part=open", head))
                .isEmpty();
        List<String> answered = exported("/privacy/questions?view=ANSWERED", "report=questions part=answered", head);
        assertComplete(answered, "Question ");
        assertThat(shown("/privacy/questions?view=ANSWERED")).isEqualTo(ROWS);
        assertThat(answered).allSatisfy(line -> assertThat(line).matches(".*,\"For your care\"," + UTC));
    }

    @Test
    void theAccountingOfDisclosures() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(3);
        numbers()
                .forEach(i -> Records.change(
                        "INSERT INTO disclosure (patient_id, disclosed_on, recipient, recipient_address, description,"
                                + " purpose, entered_by, entered_at, form_key)"
                                + " VALUES (?, ?, '@County', NULL, ?, 'Public health', ?, UTC_TIMESTAMP(6), UUID())",
                        People.key(patient),
                        day,
                        "What " + i,
                        People.key(officer)));
        String head =
                "\"Patient\",\"Date\",\"Recipient\",\"Address of the recipient\",\"What was disclosed\",\"Purpose\","
                        + "\"Entered by\",\"Entered (UTC)\"";
        List<String> lines = exported(disclosures, "report=disclosures", head);
        assertComplete(lines, "What ");
        assertThat(lines)
                .allSatisfy(line -> assertThat(line)
                        .startsWith(harmless(formula) + ",\"" + day + "\",\"'@County\",\"\",\"What ")
                        .matches(".*,\"Public health\",\"" + officer.name() + "\"," + UTC));
        assertThat(exported(disclosures, "report=disclosures", head).getLast())
                .as("the export before")
                .matches(harmless(formula) + ',' + UTC + ",\"" + officer.name()
                        + "\",\"\",\"exported a list of the privacy officer\",\"Privacy oversight\",\"\",\"\"");
    }
}
