package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.consilium.ear.browser.Form;
import org.consilium.ear.browser.Hospital.Person;
import org.consilium.ear.browser.Records;
import org.consilium.local.node.Node;

/** A patient who asks every node, and the balancer, while the session store cannot be reached, and afterwards. */
final class Inquirer {

    /** A second by the clock of the server; the test's own gets some more on a busy machine. */
    static final Duration SOON = Duration.ofMillis(1500);

    static final Duration RECOVERY = Duration.ofSeconds(15);
    static final int ROUNDS = 4;

    private final Cluster cluster;
    private final Correspondent writer;
    private final Form form;

    private Inquirer(Cluster cluster) {
        this.cluster = cluster;
        writer = Correspondent.signedIn(cluster.node(0).address());
        form = Form.in(writer.window().get(writer.path()).body(), "reply").with("message", "Typed before");
    }

    /** Somebody who has signed in and typed something. */
    static Inquirer at(Cluster cluster) {
        return new Inquirer(cluster);
    }

    Person person() {
        return writer.person();
    }

    String path() {
        return writer.path();
    }

    Window at(Node node) {
        return writer.window().ledTo(node.address());
    }

    void assertEverybodyIsToComeAgain() {
        Window balanced = writer.window().ledTo(cluster.balancer().address());
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
        assertThat(writer.window().post(writer.path(), form)).matches(Answer::isDone);
        assertThat(Records.messagesIn(writer.consultation()))
                .as("with the first")
                .isEqualTo(2);
    }
}
