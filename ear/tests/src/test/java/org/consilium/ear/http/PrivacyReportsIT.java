package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The privacy officer finds out who has done what, and never what stands in a record. */
class PrivacyReportsIT {
    private static final String TITLE = "Hidden-title-of-a-record";

    private final Person officer = People.privacyOfficer();
    private final HttpVisit office = Visitors.signedIn(officer.email());
    private final Person patient = People.patient();
    private final Person doctor = People.doctor(People.GENERAL);
    private final LocalDateTime now = LocalDateTime.of(2026, 3, 1, 12, 0);

    /** The address of a way from the page of the search. */
    private String found(String text, String link) {
        Document page = Visitors.page(office, Visitors.search(office, "/privacy", text));
        return page.select("a.button").stream()
                .filter(way -> way.text().equals(link))
                .map(way -> way.attr("href"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + link + " in " + page.select("main")));
    }

    private List<String> entries(String address) {
        return Visitors.page(office, address).select("#entries > li").eachText();
    }

    /** An address that nobody else has. */
    private static String address() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "2001:db8:%x:%x::%x".formatted(random.nextInt(65536), random.nextInt(65536), random.nextInt(1, 65536));
    }

    @Test
    void theOfficerBeginsThere() {
        assertThat(Visitors.signIn(Visitors.anonymous(), officer.email(), People.PASSWORD)
                        .location())
                .endsWith("/privacy");
    }

    @Test
    void whoTouchedThisPatientIsSaidInWords() {
        String consultation = People.consultation(patient, TITLE);
        String path = "/consultation/" + consultation;
        People.take(consultation, doctor);
        HttpVisit visit = Visitors.signedIn(doctor.email());
        assertThat(visit.get(path)).matches(Answer::isPage);
        assertThat(visit.post(path, HtmlForm.in(visit.get(path).body(), "reply").with("message", "Hidden words")))
                .matches(Answer::isDone);
        Person stranger = People.doctor(People.BONES);
        assertThat(Visitors.signedIn(stranger.email()).get(path).status()).isEqualTo(404);

        String report = found(patient.lastName(), "Who touched this patient’s record");
        List<String> entries = entries(report);
        assertThat(entries.getFirst())
                .startsWith(stranger.name() + " (doctor) read the consultation Refused")
                .contains("not permitted");
        assertThat(entries)
                .anySatisfy(entry -> assertThat(entry)
                        .startsWith(doctor.name() + " (doctor) wrote a message")
                        .contains("Patient: " + patient.name(), "consultation", "on the care team", "127.0.0.1"))
                .anySatisfy(entry -> assertThat(entry).startsWith(doctor.name() + " (doctor) read the consultation"));
        assertThat(office.get(report).body()).doesNotContain(TITLE, "Hidden words");
        assertThat(entries(found(doctor.lastName(), "Activity of this account")))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(entry -> assertThat(entry).startsWith(doctor.name() + " (doctor) "));
    }

    @Test
    void aPhotosIdLeadsToWhoHasSeenIt() {
        String photo = Uploads.sendWithMessage(
                Visitors.signedIn(patient.email()),
                SamplePhotos.disc(80, 60, Color.PINK),
                People.consultation(patient, TITLE));
        assertThat(Visitors.signedIn(doctor.email())
                        .get("/photo/" + photo + "/display")
                        .status())
                .isIn(200, 303);
        assertThat(entries(found(photo, "Audit trail")))
                .anySatisfy(entry -> assertThat(entry).startsWith(doctor.name() + " (doctor) saw a photo"));
        assertThat(Visitors.page(office, found(photo, "Patients affected"))
                        .select("#patients li h3")
                        .eachText())
                .containsExactly(patient.name());
    }

    @Test
    void thoseOfOneNameArePagedWithoutLossOrRepetition() {
        List<String> found = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String next = Visitors.search(
                office, "/privacy", People.namesakes(25).getFirst().lastName());
        while (!next.isEmpty()) {
            Document page = Visitors.page(office, next);
            List<String> people =
                    page.select("a[href^=/privacy/affected?person=]").eachAttr("href");
            sizes.add(people.size());
            found.addAll(people);
            next = page.select(".more a").attr("href");
        }
        assertThat(sizes).containsExactly(20, 5);
        assertThat(found).doesNotHaveDuplicates();
    }

    @Test
    void aRecordsIdLeadsToWhatWasDoneWithIt() {
        String consultation = People.consultation(patient, TITLE);
        assertThat(Visitors.signedIn(doctor.email()).get("/consultation/" + consultation))
                .matches(Answer::isPage);
        assertThat(entries(found(consultation, "Audit trail")))
                .singleElement()
                .satisfies(entry -> assertThat(entry).startsWith(doctor.name() + " (doctor) read the consultation"));
        assertThat(Visitors.page(office, found(consultation, "Patients affected"))
                        .select("#patients li h3")
                        .eachText())
                .containsExactly(patient.name());
    }

    /** A lost phone, or somebody in a network where they should not have been. */
    @Test
    void thePatientsAffectedFromAnAddressAreListedOnce() {
        String address = address();
        List<Person> others =
                IntStream.range(0, 22).mapToObj(i -> People.patient()).toList();
        others.forEach(other -> {
            StaffEntries.view(doctor, other, now, "CARE_TEAM", address);
            StaffEntries.view(doctor, other, now.plusHours(1), "CARE_TEAM", address);
        });
        StaffEntries.view(doctor, patient, now.plusDays(9), "CARE_TEAM", address);
        String report = found(address, "Patients affected");
        Document first = Visitors.page(office, report);
        assertThat(first.select("main h2").eachText()).contains("Patients: 23");
        assertThat(report).as("no network address in an address").doesNotContain("2001", "db8");

        Document second = Visitors.page(office, first.select(".more a").attr("href"));
        List<String> names = new ArrayList<>(first.select("#patients li h3").eachText());
        assertThat(names).hasSize(20);
        names.addAll(second.select("#patients li h3").eachText());
        List<String> expected =
                new ArrayList<>(others.stream().map(Person::name).toList());
        expected.add(patient.name());
        assertThat(names).containsExactlyInAnyOrderElementsOf(expected);
        // in the order of their accounts: the first one was opened before the others
        assertThat(first.select("#patients li").eachText().getFirst()).endsWith("Entries: 1");
        assertThat(first.select("#patients li").eachText().get(1)).endsWith("Entries: 2");

        String inPeriod = office.post(
                        report,
                        HtmlForm.in(office.get(report).body(), "filter")
                                .with("from", "2026-03-05")
                                .with("until", "2026-03-12"))
                .location();
        assertThat(Visitors.page(office, inPeriod).select("#patients li h3").eachText())
                .containsExactly(patient.name());
        assertThat(entries(found(address, "Audit trail"))).hasSize(20);
    }

    @Test
    void listsArePagedWithoutLossOrRepetition() {
        String address = address();
        // several at once, so that the time alone does not tell where a page begins
        IntStream.range(0, 45)
                .forEach(i -> StaffEntries.view(doctor, patient, now.plusMinutes(i / 7), "CARE_TEAM", address));
        List<String> times = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String next = "/privacy/trail?patient=" + StaffEntries.id(patient);
        while (!next.isEmpty()) {
            Document page = Visitors.page(office, next);
            sizes.add(page.select("#entries > li").size());
            times.addAll(page.select("#entries > li time").eachAttr("datetime"));
            next = page.select(".more a").attr("href");
        }
        assertThat(sizes).containsExactly(20, 20, 5);
        assertThat(times).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(new HashSet<>(times)).hasSize(7);
    }

    @Test
    void everythingIsThereTheNewestFirst() {
        assertThat(Visitors.signedIn(doctor.email()).get("/queue")).matches(Answer::isPage);
        assertThat(entries("/privacy/trail"))
                .hasSize(20)
                .anySatisfy(entry -> assertThat(entry).startsWith(doctor.name() + " (doctor) "));
        String searches = office.post(
                        "/privacy/trail",
                        HtmlForm.in(office.get("/privacy/trail").body(), "filter")
                                .with("kind", "SEARCH"))
                .location();
        found(patient.lastName(), "Activity of this account");
        assertThat(entries(searches).getFirst()).startsWith(officer.name() + " (privacy officer) searched for people");
    }

    @Test
    void twoValuesAreBothMeant() {
        String address = address();
        Person other = People.doctor(People.GENERAL);
        StaffEntries.view(doctor, patient, now, "CARE_TEAM", address);
        StaffEntries.view(other, patient, now, "CARE_TEAM", address);
        assertThat(entries("/privacy/trail?patient=" + StaffEntries.id(patient) + "&person=" + StaffEntries.id(other)))
                .singleElement()
                .satisfies(entry -> assertThat(entry).startsWith(other.name()));
    }

    @Test
    void whoReadsTheTrailIsOnRecordAsWell() {
        long before = Trail.newest();
        assertThat(office.get(found(patient.lastName(), "Who touched this patient’s record")))
                .matches(Answer::isPage);
        assertThat(office.get(found(doctor.lastName(), "Patients affected"))).matches(Answer::isPage);
        List<Trail.Row> rows = Trail.of(People.key(officer), before);
        assertThat(rows.stream().map(Trail.Row::step))
                .containsExactly(
                        "SEARCH SEARCH_PEOPLE DONE",
                        "LIST READ_TRAIL DONE",
                        "SEARCH SEARCH_PEOPLE DONE",
                        "LIST READ_TRAIL DONE");
        assertThat(rows.get(0).detail()).isEqualTo("kind=name results=1");
        assertThat(rows.get(1).patient()).isEqualTo(People.key(patient));
        assertThat(rows.get(1).detail()).startsWith("report=trail results=");
        assertThat(rows.get(3).record()).isEqualTo(StaffEntries.id(doctor));
        assertThat(rows.get(3).detail()).startsWith("report=affected results=");
        assertThat(rows.toString().toLowerCase(Locale.ROOT))
                .doesNotContain(patient.lastName().toLowerCase(Locale.ROOT));
    }

    @Test
    void anExportIsOnRecordAndRunsNothing() {
        String address = address();
        Records.change(
                "UPDATE account SET last_name = '=HYPERLINK(\"x\")', first_name = '' WHERE email = ?", patient.email());
        IntStream.range(0, 1_100)
                .forEach(i -> StaffEntries.view(doctor, patient, now.plusSeconds(i), "CARE_TEAM", address));
        String report = "/privacy/trail?patient=" + StaffEntries.id(patient);
        long before = Trail.newest();
        String file = office.post(report, HtmlForm.in(office.get(report).body(), "export"))
                .location();
        assertThat(file).contains("/privacy/trail.csv?patient=");
        Answer csv = office.get(file, "Sec-Fetch-Site", "same-origin");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Type").orElse("").toLowerCase(Locale.ROOT))
                .contains("text/csv", "charset=utf-8");
        assertThat(csv.header("Content-Disposition").orElse("")).isEqualTo("attachment; filename=\"report.csv\"");
        assertThat(csv.header("Cache-Control").orElse("")).contains("no-store");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines.getFirst()).startsWith("\uFEFF\"Time (UTC)\",\"Person\",\"Role\",\"Action\"");
        assertThat(lines.stream().filter(line -> line.contains(address))).hasSize(1_100);
        assertThat(lines.getLast())
                .startsWith("\"2026-03-01T12:00:00Z\",\"" + doctor.name() + "\",\"doctor\",\"read the consultation\"")
                .contains("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(Trail.of(People.key(officer), before))
                .filteredOn(row -> row.kind().equals("EXPORT"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.step()).isEqualTo("EXPORT EXPORT_TRAIL DONE");
                    assertThat(row.patient()).isEqualTo(People.key(patient));
                    assertThat(row.detail()).isEqualTo("report=trail");
                });
        assertThat(office.get(file, "Sec-Fetch-Site", "cross-site").status()).isEqualTo(404);
        Answer affected = office.get("/privacy/affected.csv?person=" + StaffEntries.id(doctor));
        assertThat(affected.body().lines().toList().getLast())
                .isEqualTo("\"'=HYPERLINK(\"\"x\"\")\",\"2026-03-01T12:00:00Z\",\"2026-03-01T12:18:19Z\",\"1100\"");
    }

    @Test
    void nobodyElseExports() {
        for (Person other : List.of(patient, doctor, People.administrator())) {
            HttpVisit visit = Visitors.signedIn(other.email());
            assertThat(visit.get("/privacy/trail.csv").status())
                    .as(other.email())
                    .isEqualTo(404);
            assertThat(visit.get("/privacy/affected.csv?person=" + StaffEntries.id(doctor))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(office.get("/privacy/trail?patient=" + People.id()).status()).isEqualTo(404);
        assertThat(office.get("/privacy/trail?record=x").status()).isEqualTo(404);
        assertThat(office.get("/privacy/trail?from=2026-02-31&kind=NOTHING&after=x"))
                .matches(Answer::isPage);
        assertThat(office.get("/privacy/affected")).matches(Answer::isPage);
    }

    /** Addresses are kept by browsers and logs: they name nobody. */
    @Test
    void noAddressOfAPageNamesAnybody() {
        String report = found(patient.lastName(), "Who touched this patient’s record");
        assertThat(entries(report)).isNotNull();
        for (String page : List.of(report, Visitors.search(office, "/privacy", patient.lastName()), "/privacy/trail")) {
            assertThat(Visitors.page(office, page).select("a[href]").stream()
                            .map(Element::outerHtml)
                            .map(link -> link.replaceFirst(".*href=\"([^\"]*)\".*", "$1")))
                    .allSatisfy(address -> assertThat(address.toLowerCase(Locale.ROOT))
                            .doesNotContain(
                                    patient.lastName().toLowerCase(Locale.ROOT),
                                    doctor.lastName().toLowerCase(Locale.ROOT)));
        }
    }
}
