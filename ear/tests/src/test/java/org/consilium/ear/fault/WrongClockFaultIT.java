package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.StoredTrail;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.node.Node;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two of three nodes have clocks that are a minute and a half ahead and behind, and nobody can tell. */
class WrongClockFaultIT {

    /** Whoever compares times of two clocks sees a session end early or late. */
    private static final Duration IDLE = ClockedNodes.IDLE;

    private static final Duration SWEPT = Duration.ofSeconds(30);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int GUESSES = 10;

    private static ClockedNodes nodes;

    @BeforeAll
    static void start() {
        var unused = Cluster.whole();
        nodes = ClockedNodes.get();
    }

    @AfterAll
    static void stop() {
        ClockedNodes.close();
    }

    @Test
    void messagesKeepTheirOrder() throws InterruptedException {
        try (Ledger ledger = Ledger.open(nodes.balancer().address())) {
            ledger.awaitMore(50);
            assertThat(ledger.failures()).isEmpty();
            ledger.settle();
        }
    }

    @Test
    void whoSignsInAnywhereStaysSignedInEverywhere() {
        List<HttpVisit> visitors = nodes.all().stream()
                .map(node -> Visitors.signedIn(node.address(), People.patient()))
                .toList();
        visitors.forEach(WrongClockFaultIT::assertSignedIn);
        await("a look at every session that may have ended by the clock of its node")
                .atMost(SWEPT)
                .until(() -> nodes.overdue() == 0);
        visitors.forEach(WrongClockFaultIT::assertSignedIn);
    }

    @Test
    void whoHasGoneIsSignedOutEverywhere() {
        for (int number = 0; number < nodes.all().size(); number++) {
            List<HttpVisit> gone = nodes.all().stream()
                    .skip(1)
                    .map(node -> Visitors.signedIn(node.address(), People.patient()))
                    .toList();
            nodes.age(IDLE.plusSeconds(1));
            Node first = nodes.all().get(number);
            assertThat(gone)
                    .allSatisfy(visit -> assertThat(visit.ledTo(first.address()).get("/consultations"))
                            .matches(Answer::isSignIn));
        }
    }

    @Test
    void guessesAreCountedTogether() {
        Person person = People.patient();
        for (int guess = 0; guess < GUESSES; guess++) {
            assertThat(guess(person, guess).status()).as("guess %d", guess).isEqualTo(200);
        }
        for (int node = 0; node < nodes.all().size(); node++) {
            Answer refused = guess(person, node);
            assertThat(refused.status()).isEqualTo(TOO_MANY_REQUESTS);
            assertThat(Integer.parseInt(refused.retryAfter()))
                    .as("seconds to wait")
                    .isBetween(1, 60);
        }
    }

    @Test
    void whatIsDoneAnywhereIsSealedInTime() {
        StoredTrail trail = StoredTrail.of(Stand.get().database());
        for (Node node : nodes.all()) {
            assertSignedIn(Visitors.signedIn(node.address(), People.patient()));
            trail.awaitSealed();
        }
    }

    private static Answer guess(Person person, int number) {
        HttpVisit visit =
                HttpVisit.at(nodes.all().get(number % nodes.all().size()).address());
        HtmlForm form = HtmlForm.in(visit.get("/sign-in").body(), "signin")
                .with("email", person.email())
                .with("password", "incorrect horse battery");
        return visit.post("/sign-in", form);
    }

    private static void assertSignedIn(HttpVisit visitor) {
        for (Node node : nodes.all()) {
            assertThat(visitor.ledTo(node.address()).get("/consultations")).matches(Answer::isPage);
        }
    }
}
