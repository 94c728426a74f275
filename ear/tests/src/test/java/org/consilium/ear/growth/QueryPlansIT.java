package org.consilium.ear.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.consilium.ear.cost.CountedSteps;
import org.consilium.ear.http.RegistrationForm;
import org.consilium.ear.stand.BackEndLog;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.database.Database;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * With many consultations, no statement of the application reads a whole table or index, or sorts more rows than are
 * shown. The statements are those that reach the database while people use all pages.
 */
class QueryPlansIT {

    private static final GrowthData DATA = new GrowthData(20_000);

    /** What no index can avoid, by a part of the statement's form, and why that does not grow. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "c.patient_id in (",
            "a search sorts what the people of that name have; it takes 500 of them at most",
            "FROM staff_note t0 WHERE ((t0.number IS NULL) AND (t0.id > ((SELECT MAX(",
            "a timer looks through the last 1,000 notes for those of a node of the version before",
            "LIMIT 5000) s WHERE",
            "a report on two values looks through the next 5,000 entries of the first one, and no more");

    /** Of a timer that runs each ten seconds. */
    private static final long TIMERS = 11_000;

    private static Collection<String> statements = List.of();

    @BeforeAll
    static void use() {
        var unused = Stand.get().node();
        DATA.load(Stand.get().databaseServer(), Stand.get().database());
        List<Runnable> all = new ArrayList<>();
        CountedSteps.prepare().all().values().forEach(step -> all.add(step::run));
        GrowingPage.all().forEach(page -> all.add(() -> open(page)));
        all.add(QueryPlansIT::care);
        all.add(QueryPlansIT::cover);
        all.add(QueryPlansIT::emergency);
        all.add(QueryPlansIT::administration);
        all.add(QueryPlansIT::registration);
        all.add(QueryPlansIT::review);
        all.add(QueryPlansIT::privacy);
        Map<String, String> byForm = new LinkedHashMap<>();
        BackEndLog.of(() -> {
                    long begin = System.nanoTime();
                    all.forEach(Runnable::run);
                    awaitTimers(begin);
                })
                .statements()
                .stream()
                .filter(QueryPlansIT::reads)
                .forEach(statement -> byForm.put(QueryPlan.form(statement), statement));
        statements = byForm.values();
    }

    private static boolean reads(String statement) {
        String begin = statement.toUpperCase(Locale.ROOT);
        return Stream.of("SELECT", "(SELECT", "UPDATE", "DELETE").anyMatch(begin::startsWith)
                && !begin.startsWith("SELECT @@");
    }

    private static void open(GrowingPage page) {
        HttpVisit visit = Visitors.signedIn(page.who().apply(DATA));
        assertThat(visit.get(page.address().of(DATA, visit))).matches(Answer::isPage);
    }

    /** What clinicians do, beside what is counted. */
    private static void care() {
        HttpVisit visit = Visitors.signedIn(GrowthData.CLINICIAN_OF_THREE_TEAMS);
        String waiting = first(visit, "/queue?view=WAITING");
        submit(visit, waiting, "take");
        submit(visit, waiting, "reply", "message", "Does it hurt?");
        submit(visit, waiting, "closing", "summary", "Nothing bad.", "instructions", "Rest.");
        String other = first(visit, "/queue?view=WAITING");
        submit(visit, other, "handover", "team", People.SKIN);
        String own = first(visit, "/queue?view=MINE");
        assertThat(visit.get(own)).matches(Answer::isPage);
        assertThat(visit.get(own + "/access")).matches(Answer::isPage);
        Person colleague = People.nurse(People.SKIN);
        submit(visit, own + "/access", "ask", "colleague", colleague.email(), "note", "What is it?");
        HttpVisit asked = Visitors.signedIn(colleague.email());
        for (String page : List.of("/queue", own, own + "/access")) {
            assertThat(asked.get(page)).matches(Answer::isPage);
        }
        assertThat(Visitors.press(asked, own + "/access", "viewers", "End", colleague.name()))
                .matches(Answer::isDone);
        String account = Visitors.page(visit, "/queue").select("#site").attr("data-account");
        assertThat(visit.post(
                        "/unread/queue",
                        HtmlForm.empty()
                                .withParameter("consultation", own.substring(own.lastIndexOf('/') + 1))
                                .withParameter("shown-to", account)))
                .matches(Answer::isDone);
        assertThat(visit.get(Visitors.search(visit, "/queue?view=WAITING", "Grown")))
                .matches(Answer::isPage);
    }

    private static String first(HttpVisit visit, String list) {
        return Visitors.page(visit, list).select("a[href^=/consultation/]").attr("href");
    }

    private static void submit(HttpVisit visit, String page, String form, String... values) {
        HtmlForm filled = HtmlForm.in(visit.get(page).body(), form);
        for (int i = 0; i < values.length; i += 2) {
            filled = filled.with(values[i], values[i + 1]);
        }
        assertThat(visit.post(page, filled)).matches(Answer::isDone);
    }

    /** Somebody covers, and sees what that gives. */
    private static void cover() {
        HttpVisit away = Visitors.signedIn(GrowthData.CLINICIAN);
        Person colleague = People.nurse(People.SKIN);
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
        submit(away, "/cover", "cover", "colleague", colleague.email(), "until", tomorrow);
        HttpVisit covering = Visitors.signedIn(colleague.email());
        for (String page : List.of(
                "/cover",
                "/queue?view=WAITING",
                "/queue?view=MINE",
                "/queue?view=CLOSED",
                "/consultation/" + GrowthData.SHORT_THREAD)) {
            assertThat(covering.get(page)).matches(Answer::isPage);
        }
        assertThat(covering.get(Visitors.search(covering, "/queue?view=MINE", "Grown")))
                .matches(Answer::isPage);
        assertThat(Visitors.press(away, "/cover", "covers", "End now", colleague.name()))
                .matches(Answer::isDone);
    }

    private static void emergency() {
        Person patient = People.patient();
        People.give(People.consultation(patient, "Grown emergency"), People.BONES);
        HttpVisit doctor = Visitors.signedIn(People.doctor(People.SKIN).email());
        HtmlForm search = HtmlForm.in(doctor.get("/emergency").body(), "find")
                .with("firstName", patient.firstName())
                .with("lastName", patient.lastName())
                .with("dateOfBirth", "1990-02-03");
        String found = doctor.post("/emergency", search).location();
        submit(doctor, found, "open", "reason", "OTHER", "words", "Nobody answers");
        String list =
                Visitors.page(doctor, "/queue").select("aside.emergency a").attr("href");
        assertThat(doctor.get(list)).matches(Answer::isPage);
        assertThat(doctor.get(first(doctor, list))).matches(Answer::isPage);
        HttpVisit officer = Visitors.signedIn(People.privacyOfficer().email());
        assertThat(officer.get("/privacy/emergencies")).matches(Answer::isPage);
    }

    private static void administration() {
        HttpVisit visit = Visitors.signedIn(People.administrator().email());
        for (String page : List.of(
                "/people",
                People.page(People.nurse(People.SKIN)),
                "/teams",
                "/teams?team=" + People.SKIN,
                "/approvals",
                Visitors.search(visit, "/people", "Grown"))) {
            assertThat(visit.get(page)).matches(Answer::isPage);
        }
        String next = Visitors.page(visit, "/people").select(".more a").attr("href");
        assertThat(visit.get(next)).matches(Answer::isPage);
        assertThat(visit.get(Visitors.search(visit, "/people", "c0@growth"))).matches(Answer::isPage);
    }

    /** What the privacy officers review. */
    private static void review() {
        Person patient = People.patient();
        Person doctor = People.doctor(People.BONES);
        HttpVisit visit = Visitors.signedIn(People.privacyOfficer().email());
        submit(
                visit,
                "/privacy/marks",
                "mark",
                "firstName",
                patient.firstName(),
                "lastName",
                patient.lastName(),
                "dateOfBirth",
                "1990-02-03",
                "kind",
                "VIP",
                "staff",
                doctor.email());
        String finding = "/privacy/reviews/" + People.finding(doctor, patient);
        submit(visit, finding, "decide", "outcome", "APPROPRIATE", "comment", "On call.");
        String older = People.finding(doctor, People.patient());
        for (String page :
                List.of("/privacy/reviews", "/privacy/reviews?after=" + older, "/privacy/reviewed", "/privacy/marks")) {
            assertThat(visit.get(page)).matches(Answer::isPage);
        }
        assertThat(visit.get("/consultation/" + People.consultation(patient, "Refused")))
                .matches(answer -> answer.status() == 404);
    }

    private static void privacy() {
        HttpVisit visit = Visitors.signedIn(People.privacyOfficer().email());
        String patient = Records.text("SELECT public_id FROM account WHERE email = ?", GrowthData.FREQUENT_PATIENT);
        String doctor = Records.text("SELECT public_id FROM account WHERE email = ?", GrowthData.CLINICIAN);
        for (String page : List.of(
                "/privacy/trail",
                "/privacy/trail?kind=VIEW",
                "/privacy/trail?patient=" + patient,
                "/privacy/trail?person=" + doctor,
                "/privacy/trail?patient=" + patient + "&person=" + doctor,
                "/privacy/affected?person=" + doctor,
                "/privacy/disclosures/" + patient,
                "/privacy/questions",
                "/privacy/questions?view=ANSWERED",
                Visitors.search(visit, "/privacy", "Grown"),
                Visitors.search(visit, "/privacy/trail", "127.0.0.1"))) {
            assertThat(visit.get(page)).matches(Answer::isPage);
        }
        HttpVisit asPatient = Visitors.signedIn(GrowthData.FREQUENT_PATIENT);
        assertThat(asPatient.get("/account/accesses")).matches(Answer::isPage);
    }

    private static void registration() {
        HttpVisit visit = Visitors.anonymous();
        String email = "new" + System.nanoTime() + "@growth.example";
        assertThat(visit.post("/register", RegistrationForm.of(visit, email)).location())
                .contains("done=registered");
        Visitors.signOut(Visitors.signedIn(GrowthData.FREQUENT_PATIENT));
    }

    private static void awaitTimers(long begin) {
        long left = TIMERS - (System.nanoTime() - begin) / 1_000_000;
        await().pollDelay(Duration.ofMillis(Math.max(1, left)))
                .atMost(Duration.ofMillis(2 * TIMERS))
                .until(() -> true);
    }

    @Test
    void nothingReadsOrSortsMoreThanIsShown() throws SQLException {
        Stand stand = Stand.get();
        Database administrator = stand.databaseServer().administrator();
        Database database = new Database(stand.database().url(), administrator.user(), administrator.password());
        SoftAssertions all = new SoftAssertions();
        try (Connection connection = database.connect()) {
            for (String statement : statements) {
                if (EXCEPTIONS.keySet().stream().noneMatch(statement::contains)) {
                    QueryPlan plan = QueryPlan.of(statement, connection);
                    all.assertThat(plan.faults())
                            .as("%s%n%s", statement, plan.steps())
                            .isEmpty();
                }
            }
        }
        all.assertAll();
    }

    /** That the statements were recorded at all, and that a plan without an index is noticed. */
    @Test
    void aStatementWithoutAnIndexIsNoticed() throws SQLException {
        assertThat(statements)
                .hasSizeGreaterThan(30)
                .anyMatch(statement -> statement.contains("consultation_reader"))
                .anyMatch(statement -> statement.contains("after_visit_summary"));
        try (Connection connection = Stand.get().database().connect()) {
            assertThat(List.of(
                            "SELECT id FROM consultation WHERE title = 'Grown 7'",
                            "SELECT id FROM consultation WHERE team_id = 1000 ORDER BY title LIMIT 21"))
                    .allSatisfy(slow ->
                            assertThat(QueryPlan.of(slow, connection).faults()).isNotEmpty());
        }
    }
}
