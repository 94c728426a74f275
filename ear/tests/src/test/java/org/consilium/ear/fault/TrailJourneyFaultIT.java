package org.consilium.ear.fault;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consilium.ear.fault.ClickingPerson.Click;
import org.consilium.ear.http.Uploads;
import org.consilium.ear.stand.EmergencyForms;
import org.consilium.ear.stand.LivePages;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.ProofPage;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.StoredTrail;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Visit;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * On three nodes, three clinicians and two privacy officers work at the same time. Meanwhile somebody gets in by
 * emergency access alone, and the administrator of the database changes the trail; everything is found, and in the end
 * every click is on record.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrailJourneyFaultIT {
    private static final String TITLE = "Hidden-word-of-health";
    private static final String INTACT = "The trail is intact.";

    private static final LocatorAssertions.ContainsTextOptions WITHIN_A_MINUTE =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @TempDir
    private Path folder;

    private Cluster cluster;
    private URI balancer;
    private StoredTrail trail;
    private Shift shift;

    @BeforeAll
    void begin() {
        cluster = Cluster.whole();
        balancer = cluster.balancer().address();
        trail = StoredTrail.of(Stand.get().database());
        String foreign = People.consultation(People.patient(), TITLE);
        People.give(foreign, People.BONES);
        shift = Shift.begin(List.of(
                clinician(People.doctor(People.GENERAL), foreign),
                clinician(People.doctor(People.GENERAL), foreign),
                clinician(People.nurse(People.GENERAL), foreign),
                ClickingPerson.officer(balancer, People.privacyOfficer(), foreign),
                ClickingPerson.officer(balancer, People.privacyOfficer(), foreign)));
    }

    private ClickingPerson clinician(Person person, String foreign) {
        Person patient = People.patient();
        String consultation = People.consultation(patient, TITLE);
        People.take(consultation, person);
        String photo = Uploads.sendWithMessage(
                Visitors.signedIn(balancer, patient), SamplePhotos.disc(400, 300, Color.BLUE), consultation);
        return ClickingPerson.clinician(balancer, person, consultation, photo, foreign);
    }

    @AfterAll
    void end() {
        if (shift != null) {
            shift.close();
        }
    }

    @Test
    @Order(1)
    void aDoctorOfAnotherTeamGetsInByEmergencyAccessAlone() {
        Person patient = People.patient();
        String consultation = People.consultation(patient, TITLE);
        String path = "/consultation/" + consultation;
        Person person = People.doctor(People.SKIN);
        HttpVisit doctor = Visitors.signedIn(cluster.node(0).address(), person);
        assertThat(doctor.get(path).status()).isEqualTo(404);
        assertThat(Trail.rows("record = ?", consultation)).singleElement().satisfies(row -> {
            assertThat(row.step()).isEqualTo("VIEW READ_CONSULTATION REFUSED");
            assertThat(row.patient()).isNotNull();
            assertThat(row.relation()).isNull();
            assertThat(row.node()).endsWith(process(0));
        });

        List<String> heard = new ArrayList<>();
        try (Visit officer = Visit.at(cluster.node(1).address())
                .signIn(People.privacyOfficer().email())) {
            LivePages.record(officer, heard);
            LivePages.openFollowing(officer, EmergencyForms.QUEUE);
            Answer opened = EmergencyForms.open(doctor, patient);
            assertThat(opened).matches(Answer::isDone);
            assertThat(doctor.get(path).body()).contains(TITLE);
            assertThat(officer.content()).containsText(person.name(), WITHIN_A_MINUTE);
            assertThat(officer.content()).containsText(patient.name());
            assertThat(officer.content()).not().containsText(TITLE);
            assertThat(heard).contains("changed " + opened.location().replaceFirst(".*/emergency/([^?]+).*", "$1"));
        }

        HttpVisit home = Visitors.signedIn(cluster.node(2).address(), patient);
        assertThat(visits(home)).as("until they are told").isEmpty();
        HttpVisit officer = Visitors.signedIn(balancer, People.privacyOfficer());
        assertThat(EmergencyForms.sendLetter(officer, EmergencyForms.details(officer, person)))
                .matches(Answer::isDone);
        assertThat(visits(home))
                .filteredOn(visit -> visit.text().contains(person.name()))
                .singleElement()
                .satisfies(visit -> assertThat(visit.text())
                        .contains("Doctor", "Emergency access by someone outside", "read the consultation"));

        assertThat(EmergencyForms.end(doctor, Visitors.page(doctor, path))).matches(Answer::isDone);
        assertThat(doctor.get(path).status()).isEqualTo(404);
    }

    private static Elements visits(HttpVisit patient) {
        return Visitors.page(patient, "/account/accesses").select("#visits > li");
    }

    @Test
    @Order(1)
    void theTrailIsIntactWhileAllWork() throws IOException {
        assertIntact(proof());
    }

    private ProofPage proof() {
        return new ProofPage(Visitors.signedIn(balancer, People.privacyOfficer()));
    }

    private void assertIntact(ProofPage proof) throws IOException {
        assertThat(proof.check()).contains(INTACT);
        assertThat(proof.verify(folder, proof.download())).contains(INTACT, "exit code 0");
    }

    @Test
    @Order(2)
    void oneChangedByteIsNamed() throws IOException {
        long id = sealed(1).getFirst();
        assertNamed(
                entry(),
                "id = " + id,
                "Entry " + id + " was changed after it had been sealed by seal ",
                "UPDATE " + entry() + " SET node = INSERT(node, 1, 1, '!') WHERE id = " + id);
    }

    @Test
    @Order(2)
    void theNewestSealedEntryDeletedIsNamed() throws IOException {
        trail.awaitSealed();
        long id = trail.sealedUpTo();
        String row = "id = " + id;
        assertNamed(entry(), row, "covers are missing: " + id + ".", "DELETE FROM " + entry() + " WHERE " + row);
    }

    @Test
    @Order(2)
    void aSwappedPairIsNamed() throws IOException {
        List<Long> pair = sealed(2);
        long one = pair.get(0);
        long other = pair.get(1);
        assertNamed(
                entry(),
                "id IN (" + one + ", " + other + ")",
                "Entries " + one + " and " + other + " were swapped after they had been sealed",
                "UPDATE " + entry() + " SET id = 0 WHERE id = " + one,
                "UPDATE " + entry() + " SET id = " + one + " WHERE id = " + other,
                "UPDATE " + entry() + " SET id = " + other + " WHERE id = 0");
    }

    @Test
    @Order(2)
    void aDeletedSealIsNamed() throws IOException {
        trail.awaitSealed();
        long number = trail.newestSeal() - 1;
        String row = "number = " + number;
        assertNamed(seal(), row, "Seals are missing: " + number + ".", "DELETE FROM " + seal() + " WHERE " + row);
    }

    private String entry() {
        return trail.table("entry");
    }

    private String seal() {
        return trail.table("seal");
    }

    /** The first sealed entries of a clinician's clicks. */
    private List<Long> sealed(int count) {
        ClickingPerson person = shift.people().getFirst();
        await("clicks").until(() -> person.entries().size() >= count);
        trail.awaitSealed();
        return person.entries().stream().map(Trail.Row::id).limit(count).toList();
    }

    /** Changes rows until page and command have named it, and puts back what was there. */
    private void assertNamed(String table, String rows, String found, String... acts) throws IOException {
        ProofPage proof = proof();
        String kept = trail.table("kept");
        trail.change("CREATE TABLE " + kept + " AS SELECT * FROM " + table + " WHERE " + rows);
        try {
            trail.change(acts);
            assertThat(proof.check()).contains("The trail is not intact.", found);
            assertThat(proof.verify(folder, proof.download())).contains(found, "exit code 1");
        } finally {
            trail.change("DELETE FROM " + table + " WHERE " + rows, "INSERT INTO " + table + " SELECT * FROM " + kept);
            trail.change("DROP TABLE " + kept);
        }
        assertIntact(proof);
    }

    @Test
    @Order(3)
    void everyClickIsThereOnceAndInOrder() throws InterruptedException {
        shift.end();
        List<Trail.Row> all = Trail.rows("request LIKE 'journey-%'");
        assertThat(all)
                .hasSize(shift.people().stream()
                        .mapToInt(person -> person.clicks().size())
                        .sum());
        for (ClickingPerson person : shift.people()) {
            List<Trail.Row> entries = person.entries();
            assertThat(entries.stream().map(Click::of))
                    .as("what is on record of %s", person)
                    .containsExactlyElementsOf(person.clicks());
            assertThat(entries)
                    .filteredOn(entry -> entry.record() != null)
                    .allSatisfy(entry -> assertThat(entry.patient()).isNotNull());
        }
        assertThat(all.stream().map(row -> row.node().replaceFirst(".*(?=/)", "")))
                .containsOnly(process(0), process(1), process(2));
    }

    /** The end of a node's name in the trail. */
    private String process(int node) {
        return "/" + cluster.node(node).process().pid();
    }
}
