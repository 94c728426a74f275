package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.access.Action;
import org.consilium.access.Relation;
import org.consilium.access.Role;
import org.consilium.ear.http.RelationCast.Visitor;
import org.consilium.ear.http.RelationMatrix.Row;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What each role reaches by each relation to a record, at every address about one: pages, photos, uploads, and the web
 * socket. In an emergency that is what the care team reads. What is refused is not there, and the refusal is on record.
 */
class RelationMatrixIT {

    private static final int NOT_FOUND = 404;
    private static final int SEE_OTHER = 303;

    /** Addresses that have tests of their own here. */
    private static final Set<String> OTHERWISE_TESTED = Set.of("/live", "GET /photos/links");

    /** Addresses about no record, about those of the caller alone, or of reports. */
    private static final Set<String> WITHOUT_RECORD = Set.of(
            "/draft/*",
            "/jakarta.faces.resource/*",
            "/language/*",
            "/privacy-export/fhir",
            "/privacy-export/whole",
            "/privacy/affected.csv",
            "/privacy/disclosures.csv",
            "/privacy/emergencies.csv",
            "/privacy/marks.csv",
            "/privacy/questions.csv",
            "/privacy/reviewed.csv",
            "/privacy/reviews.csv",
            "/privacy/trail.csv",
            "/search/*",
            "/sign-in/passkey/*",
            "/sign-out",
            "/time-zone/*");

    private static RelationCast cast;
    private static List<Row> rows = List.of();

    @BeforeAll
    static void people() {
        cast = RelationCast.gather();
        rows = new RelationMatrix(cast).rows();
    }

    @TestFactory
    Stream<DynamicTest> whoReachesARecordIsAnsweredAndNobodyElse() {
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.address() + " " + row.action(), () -> assertReached(row)));
    }

    private static void assertReached(Row row) {
        long before = Trail.newest();
        Set<Visitor> reached = new HashSet<>();
        for (Visitor visitor : cast.visitors()) {
            Answer answer = row.request().apply(visitor.visit());
            if (answer.status() / 100 == 2 || answer.isDone()) {
                reached.add(visitor);
            } else if (visitor.isSignedIn()) {
                assertThat(answer.status()).as("%s", visitor).isEqualTo(NOT_FOUND);
            }
        }
        assertThat(reached).isEqualTo(matching(row::isFor));
        Map<Long, List<Trail.Row>> entries = Trail.rows("id > ? AND account IS NOT NULL", before).stream()
                .collect(Collectors.groupingBy(entry -> Objects.requireNonNull(entry.account())));
        matching(Visitor::isSignedIn)
                .forEach(visitor -> assertOnRecord(row, visitor, entries.getOrDefault(visitor.account(), List.of())));
    }

    private static Set<Visitor> matching(Predicate<Visitor> condition) {
        return cast.visitors().stream().filter(condition).collect(Collectors.toSet());
    }

    private static void assertOnRecord(Row row, Visitor visitor, List<Trail.Row> entries) {
        if (!row.isFor(visitor)) {
            assertThat(entries).as("%s", visitor).singleElement().satisfies(entry -> {
                assertThat(entry.outcome()).isEqualTo("REFUSED");
                assertThat(entry.record()).isEqualTo(row.record());
            });
        } else if (row.leavesEntry()) {
            assertThat(entries).as("%s", visitor).singleElement().satisfies(entry -> {
                assertThat(entry.step()).endsWith(" " + row.action() + " DONE");
                assertThat(entry.record()).isEqualTo(row.record());
                assertThat(entry.relation()).isEqualTo(String.valueOf(visitor.relation()));
            });
        }
    }

    /** The page of who can see it is made by a statement of its own. */
    @Test
    void whoeverReachesAConsultationIsNamedOnItsPage() {
        Visitor member = cast.visitors().stream()
                .filter(visitor -> visitor.relation() == Relation.CARE_TEAM)
                .findFirst()
                .orElseThrow();
        String named = Visitors.page(member.visit(), "/consultation/" + cast.consultation() + "/access")
                .select("main")
                .text();
        Set<Visitor> there = matching(visitor -> visitor.isSignedIn()
                && named.contains(Records.text(
                        "SELECT CONCAT(first_name, ' ', last_name) FROM account WHERE id = ?", visitor.account())));
        assertThat(there).isEqualTo(matching(visitor -> visitor.may(Action.READ_CONSULTATION)));
    }

    /** An address that is added has to be added here. */
    @Test
    void theMatrixHasEveryAddressAboutARecord() {
        Stream<String> inMatrix = rows.stream().map(Row::address);
        Stream<String> pages = Addresses.ofPages().stream().filter(page -> page.contains("*"));
        Stream<String> others = Stream.concat(Addresses.ofServlets().stream(), Addresses.ofResources().stream());
        assertThat(Stream.of(inMatrix, OTHERWISE_TESTED.stream(), WITHOUT_RECORD.stream())
                        .flatMap(address -> address)
                        .collect(Collectors.toSet()))
                .isEqualTo(Stream.concat(pages, others).collect(Collectors.toSet()));
    }

    @Test
    void linksToThumbnailsAreForThoseWhoSeeThePhotoAndAreOnRecord() {
        for (Visitor visitor : matching(Visitor::isSignedIn)) {
            boolean sees = RelationMatrix.CARE.test(visitor);
            long before = Trail.newest();
            String links = visitor.visit()
                    .get("/photos/links?id=" + cast.photo(), "Sec-Fetch-Site", "same-origin")
                    .body();
            assertThat(links.contains('"' + cast.photo() + "\":"))
                    .as("%s", visitor)
                    .isEqualTo(sees);
            assertThat(Trail.of(visitor.account(), before))
                    .as("%s", visitor)
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.step()).endsWith(" SEE_IMAGES " + (sees ? "DONE" : "REFUSED"));
                        assertThat(entry.relation()).isEqualTo(sees ? String.valueOf(visitor.relation()) : null);
                    });
        }
    }

    @Test
    void aPhotoThatThePageHasShownBelongsToItsEntry() {
        for (Visitor visitor : matching(RelationMatrix.CARE)) {
            String look = cast.look(visitor.visit());
            long before = Trail.newest();
            assertThat(visitor.visit().get(look).status()).as("%s", visitor).isEqualTo(SEE_OTHER);
            assertThat(Trail.of(visitor.account(), before)).as("%s", visitor).isEmpty();
        }
    }

    @Test
    void onlyTheCareTeamIsOfferedWhatIsForIt() {
        assertOffered(Map.of(
                "form#note", Action.WRITE_STAFF_NOTE,
                "form#take", Action.TAKE_CONSULTATION,
                "form#ask", Action.ASK_IN,
                "form#marks", Action.ANNOTATE_IMAGE,
                "a[href$=/original]", Action.SEE_ORIGINAL_IMAGE));
        cast.taken(() -> assertOffered(Map.of(
                "form#reply", Action.WRITE_MESSAGE,
                "form#handover", Action.HAND_OVER_CONSULTATION,
                "form#closing", Action.CLOSE_CONSULTATION)));
    }

    private void assertOffered(Map<String, Action> steps) {
        String path = "/consultation/" + cast.consultation();
        for (Visitor visitor : matching(RelationMatrix.CARE)) {
            List<Document> pages = Stream.of(path, path + "/access", "/image/" + cast.photo())
                    .map(page -> Visitors.page(visitor.visit(), page))
                    .toList();
            steps.forEach((place, action) -> assertThat(
                            pages.stream().anyMatch(page -> !page.select(place).isEmpty()))
                    .as(visitor + " " + action)
                    .isEqualTo(visitor.may(action)));
        }
    }

    @Test
    void openPagesOfThoseWhoReachItLearnOfAChangeAndNoOthers() {
        Map<Visitor, LiveSockets> sockets = new LinkedHashMap<>();
        try {
            matching(Visitor::isSignedIn).forEach(visitor -> sockets.put(visitor, socket(visitor.visit())));
            cast.change();
            assertHeard(sockets, RelationMatrix.CARE);
            cast.changeForStaff();
            assertHeard(sockets, RelationMatrix.CARE.and(RelationMatrix.SELF.negate()));
        } finally {
            sockets.values().forEach(LiveSockets::close);
        }
    }

    private static LiveSockets socket(HttpVisit visit) {
        LiveSockets socket = new LiveSockets();
        socket.open(visit, 1);
        return socket;
    }

    private static boolean hears(LiveSockets socket, String consultation) {
        return socket.heard.contains("changed " + consultation);
    }

    /** That the others hear nothing is sure once they have heard of what was changed after that. */
    private static void assertHeard(Map<Visitor, LiveSockets> sockets, Predicate<Visitor> expected) {
        await().untilAsserted(
                        () -> assertThat(heard(sockets, cast.consultation())).containsAll(matching(expected)));
        cast.changeElsewhere();
        Set<Visitor> foreign = matching(
                visitor -> EnumSet.of(Role.PATIENT, Role.NURSE, Role.DOCTOR).contains(visitor.role())
                        && !EnumSet.of(Relation.SELF, Relation.CARE_TEAM).contains(visitor.relation()));
        await().untilAsserted(() -> assertThat(heard(sockets, cast.elsewhere())).isEqualTo(foreign));
        assertThat(heard(sockets, cast.consultation())).isEqualTo(matching(expected));
        sockets.values().forEach(socket -> socket.heard.clear());
    }

    private static Set<Visitor> heard(Map<Visitor, LiveSockets> sockets, String consultation) {
        return matching(
                visitor -> visitor.isSignedIn() && hears(Objects.requireNonNull(sockets.get(visitor)), consultation));
    }

    @Test
    void nothingIsLeftOfAnEmergencyThatHasEnded() {
        Person doctor = People.doctor(People.SKIN);
        String emergency = People.emergency(doctor, cast.patient());
        HttpVisit visit = Visitors.signedIn(doctor.email());
        String look = cast.look(visit);
        assertThat(visit.get(look).status()).isEqualTo(SEE_OTHER);
        try (LiveSockets socket = socket(visit)) {
            assertThat(visit.post("/end/emergency/" + emergency, HtmlForm.empty()))
                    .matches(Answer::isDone);
            assertThat(visit.get(look).status()).isEqualTo(NOT_FOUND);
            assertThat(visit.get("/emergency/" + emergency).status()).isEqualTo(NOT_FOUND);
            assertThat(rows)
                    .filteredOn(Row::isAboutCare)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.request().apply(visit).status())
                            .as("%s", row.action())
                            .isEqualTo(NOT_FOUND));
            cast.change();
            cast.changeForStaff();
            cast.changeElsewhere();
            await().until(() -> hears(socket, cast.elsewhere()));
            assertThat(hears(socket, cast.consultation())).isFalse();
        }
    }
}
