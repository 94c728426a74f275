package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.node.Node;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;

/** A patient who asks every node, and the balancer, while the session store cannot be reached, and afterwards. */
final class OutageObserver {

    /** A second by the clock of the server; the test's own gets some more on a busy machine. */
    static final Duration SOON = Duration.ofMillis(1500);

    static final Duration RECOVERY = Duration.ofSeconds(15);
    static final int ROUNDS = 4;

    private final Cluster cluster;
    private final MessagingPatient writer;
    private final HtmlForm form;

    private OutageObserver(Cluster cluster) {
        this.cluster = cluster;
        writer = MessagingPatient.signedIn(cluster.node(0).address());
        form = HtmlForm.in(writer.visit().get(writer.path()).body(), "reply").with("message", "Typed before");
    }

    /** Somebody who has signed in and typed something. */
    static OutageObserver at(Cluster cluster) {
        return new OutageObserver(cluster);
    }

    String path() {
        return writer.path();
    }

    /** Signs in once more, at this node. */
    Answer signIn(Node node) {
        return Visitors.signIn(at(node), writer.person().email(), People.PASSWORD);
    }

    Person person() {
        return writer.person();
    }

    HttpVisit at(Node node) {
        return writer.visit().ledTo(node.address());
    }

    void assertEverybodyIsToComeAgain() {
        HttpVisit balanced = writer.visit().ledTo(cluster.balancer().address());
        for (int round = 0; round < ROUNDS; round++) {
            for (Node node : cluster.nodes()) {
                assertComeAgain(at(node).get(writer.path()));
                assertComeAgain(at(node).get("/"));
                assertComeAgain(at(node).post(writer.path(), form));
                assertThat(at(node).get("/health/live").status()).isEqualTo(200);
                assertComeAgain(balanced.get(writer.path()));
            }
        }
        cluster.nodes()
                .forEach(node -> await().atMost(RECOVERY)
                        .until(() -> at(node).get("/health/ready").status() == 503));
        assertComeAgain(balanced.get(writer.path()));
    }

    static void assertComeAgain(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.retryAfter()).as("Retry-After").isNotEmpty();
        assertThat(answer.isSignIn()).as("a sign-in page").isFalse();
        assertThat(answer.setsCookie()).as("another session").isFalse();
        assertThat(answer.time()).isLessThan(SOON);
    }

    void assertAllGoesOn() {
        for (Node node : cluster.nodes()) {
            await().atMost(RECOVERY)
                    .untilAsserted(() -> assertThat(at(node).get(writer.path())).matches(Answer::isPage));
            await().atMost(RECOVERY).until(() -> at(node).get("/health/ready").status() == 200);
        }
        assertThat(writer.visit().post(writer.path(), form)).matches(Answer::isDone);
        assertThat(Records.messagesIn(writer.consultation()))
                .as("with the first")
                .isEqualTo(2);
    }
}
