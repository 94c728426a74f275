package org.consilium.ear.fault;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visit;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.database.MariaDb;
import org.consilium.local.node.Node;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A node of the version before and one of this version on the same back ends, as in the hour in which nodes are
 * exchanged: people are led to and fro in one session, and lose nothing.
 */
class RollingUpgradeFaultIT {

    private static final int EXPIRED = 409;

    private static PreviousNode before;
    private static Node now;

    private int linesBefore;
    private int linesNow;

    @BeforeAll
    static void start() {
        PreviousVersion version = PreviousVersion.orLeaveOut("tests of a rolling upgrade");
        now = Stand.get().node();
        before = PreviousNode.start(
                version, Stand.get().workspace(), Stand.get().configuration(MariaDb.DEFAULT_DATABASE));
    }

    @AfterAll
    static void stop() {
        if (before != null) {
            before.close();
        }
    }

    @BeforeEach
    void look() {
        linesBefore = before.lines().size();
        linesNow = now.lines().size();
    }

    /** Redisson's complaints of a machine that has other work are not meant. */
    @AfterEach
    void nothingHasFailed() {
        assertThat(Stream.concat(
                        before.lines().stream().skip(linesBefore),
                        now.lines().stream().skip(linesNow)))
                .noneMatch(line -> line.contains("\"level\":\"SEVERE\",\"logger\":\"org.consilium.")
                        || line.contains("\"status\":500"));
    }

    @Test
    void oneSessionGoesToAndFro() {
        Person patient = People.patient();
        String consultation = People.consultation(patient, "To and fro");
        String path = "/consultation/" + consultation;
        HttpVisit old = Visitors.signedIn(before.address(), patient);
        HttpVisit young = old.ledTo(now.address());
        assertThat(young.get("/consultations"))
                .matches(Answer::isPage)
                .satisfies(list -> assertThat(list.body()).contains("To and fro"));
        for (HttpVisit writer : List.of(young, old, young)) {
            String text = "Written at " + System.nanoTime();
            Answer page = writer.get(path);
            assertThat(page).matches(Answer::isPage);
            assertThat(writer.post(path, HtmlForm.in(page.body(), "reply").with("message", text)))
                    .matches(Answer::isDone);
            assertThat(List.of(old.get(path), young.get(path)))
                    .allSatisfy(seen -> assertThat(seen.body()).contains(text));
        }
        assertThat(Records.messagesIn(consultation)).isEqualTo(4);
    }

    @Test
    void aFormIsOfTheVersionThatHasRenderedItHoweverOftenThePersonIsLedElsewhere() {
        Person patient = People.patient();
        String path = "/consultation/" + People.consultation(patient, "Two forms");
        HttpVisit old = Visitors.signedIn(before.address(), patient);
        HttpVisit young = old.ledTo(now.address());
        HtmlForm ofOld = HtmlForm.in(old.get(path).body(), "reply").with("message", "Of the version before");
        HtmlForm ofYoung = HtmlForm.in(young.get(path).body(), "reply").with("message", "Of this version");
        assertExpired(young.post(path, ofOld), path);
        assertExpired(old.post(path, ofYoung), path);
        assertThat(old.post(path, ofOld)).matches(Answer::isDone);
        assertThat(young.post(path, ofYoung)).matches(Answer::isDone);
    }

    @Test
    void everyFormOfTheOtherVersionHasExpired() {
        assertExpired("/consultation/new", "new", Visitors.signedIn(before.address(), People.patient()), now.address());
        assertExpired("/consultation/new", "new", Visitors.signedIn(now.address(), People.patient()), before.address());
        Map.of("/sign-in", "signin", "/register", "register").forEach((path, form) -> {
            assertExpired(path, form, HttpVisit.at(before.address()), now.address());
            assertExpired(path, form, HttpVisit.at(now.address()), before.address());
        });
    }

    private static void assertExpired(String path, String form, HttpVisit visit, URI other) {
        assertExpired(visit.ledTo(other).post(path, HtmlForm.in(visit.get(path).body(), form)), path);
    }

    /** A page that leads back to the form, where the browser puts in what was typed. */
    private static void assertExpired(Answer answer, String path) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(EXPIRED);
        assertThat(answer.body()).contains("href=\"" + path + "\"");
    }

    /**
     * The version before does not know the drafts on the server: there, a page of this one is empty when it is opened.
     */
    @Test
    void whatWasTypedIsStillThere() {
        int first = before.port();
        int second = now.port();
        Person patient = People.patient();
        String consultation = People.consultation(patient, "Typed");
        try (FaultProxy balancer = FaultProxy.before(first);
                Visit visit = Visit.at(URI.create("http://localhost:" + balancer.port() + "/"))) {
            visit.expect(EXPIRED).signIn(patient.email()).open("/consultation/" + consultation);
            visit.fill("Message", "It took me an hour to write this.");
            balancer.leadTo(second);
            visit.press("Send");
            visit.link("Open the page again").click();
            assertThat(visit.field("Message")).hasValue("It took me an hour to write this.");
            visit.press("Send");
            assertThat(visit.notice()).hasText("Your message was sent.");
            assertThat(Records.messagesIn(consultation)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoSignsOutOnOneIsSignedOutOnTheOther(boolean forward) {
        URI first = forward ? before.address() : now.address();
        URI second = forward ? now.address() : before.address();
        HttpVisit visit = Visitors.signedIn(first, People.patient());
        HttpVisit other = visit.ledTo(second);
        assertThat(other.get("/consultations")).matches(Answer::isPage);
        HttpVisit copy = visit.copy();
        assertThat(Visitors.signOut(other).status() / 100).isEqualTo(3);
        assertThat(List.of(visit.get("/consultations"), copy.get("/consultations")))
                .allMatch(Answer::isSignIn);
    }
}
