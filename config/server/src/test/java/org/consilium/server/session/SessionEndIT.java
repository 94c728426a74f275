package org.consilium.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A session that ends in any way and on any node has ended on all nodes, and its listeners are told once. */
class SessionEndIT {
    private final Nodes nodes = SharedNodes.get().nodes();

    @Test
    void aSessionThatIsEndedOnOneNodeIsEndedOnAll() {
        NodeVisit visit = new NodeVisit();
        visit.get(nodes.get(0), "/count");
        String id = visit.id();
        visit.get(nodes.get(1), "/count/ended");
        for (int i = 0; i < 3; i++) {
            NodeVisit late = new NodeVisit(id);
            assertThat(late.text(nodes.get(i), "/count")).startsWith("n=1 ");
            assertThat(late.id()).isNotEqualTo(id);
        }
    }

    @Test
    void anIdThatWasChangedLeadsNowhere() {
        NodeVisit visit = new NodeVisit();
        visit.get(nodes.get(0), "/count");
        String before = visit.id();
        visit.get(nodes.get(1), "/count/renamed");
        assertThat(visit.id()).isNotEqualTo(before);
        assertThat(visit.text(nodes.get(2), "/count/read")).startsWith("n=2 cart=2 bean=2");
        for (int i = 0; i < 3; i++) {
            assertThat(new NodeVisit(before).text(nodes.get(i), "/count/read")).startsWith("n=null");
        }
    }

    @Test
    void anIdThatWasChangedInASessionThatThenEndedLeadsNowhereEither() {
        NodeVisit visit = new NodeVisit();
        visit.get(nodes.get(0), "/caller?user=ann");
        String before = visit.id();
        visit.get(nodes.get(1), "/count/signed-out");
        for (int i = 0; i < 3; i++) {
            assertThat(new NodeVisit(before).get(nodes.get(i), "/caller").status())
                    .isEqualTo(401);
        }
    }

    @Test
    void theEndOfAnIdleSessionIsToldOnceInTheCluster() throws IOException, InterruptedException {
        NodeVisit visit = new NodeVisit();
        String label = "idle-" + System.nanoTime();
        for (int i = 0; i < 40; i++) {
            visit.get(nodes.turn(i), "/count");
        }
        visit.get(nodes.get(0), "/count/brief?seconds=1&label=" + label);
        await().atMost(Duration.ofSeconds(40)).until(() -> told("session destroyed, label=" + label) == 1);
        assertThat(visit.text(nodes.get(1), "/count")).startsWith("n=1 ");
        assertThat(told("session destroyed, label=" + label)).isEqualTo(1);
        assertThat(told("bean destroyed after 41")).isEqualTo(1);
    }

    @Test
    void theBeansOfASessionThatEndsAreDestroyedOnce() throws IOException, InterruptedException {
        NodeVisit visit = new NodeVisit();
        for (int i = 0; i < 37; i++) {
            visit.get(nodes.turn(i), "/count");
        }
        visit.get(nodes.get(1), "/count/ended");
        assertThat(told("bean destroyed after 38")).isEqualTo(1);
    }

    /** As with another password: the request would wait for itself. */
    @Test
    void aRequestEndsAllSessionsOfItsAccountAndItsOwn() {
        List<NodeVisit> visits = IntStream.range(0, 2)
                .mapToObj(i -> {
                    NodeVisit visit = new NodeVisit();
                    visit.get(nodes.get(i), "/caller?user=dora");
                    return visit;
                })
                .toList();
        String before = visits.get(0).id();
        assertThat(visits.get(0).text(nodes.get(2), "/caller?endAll")).endsWith(" ended=2");
        assertThat(new NodeVisit(before).get(nodes.get(0), "/caller").status()).isEqualTo(401);
        assertThat(visits.get(1).get(nodes.get(1), "/caller").status()).isEqualTo(401);
    }

    @Test
    void theSessionsOfAnAccountAreFoundAndEndedOnEveryNode() {
        List<NodeVisit> visits = IntStream.range(0, 3)
                .mapToObj(node -> {
                    NodeVisit visit = new NodeVisit();
                    visit.get(nodes.get(node), "/caller?user=eve");
                    return visit;
                })
                .toList();
        NodeVisit other = new NodeVisit();
        other.get(nodes.get(0), "/caller?user=ann");
        assertThat(visits.get(0).text(nodes.get(1), "/caller?sessions")).endsWith(" 3");

        assertThat(visits.get(0).text(nodes.get(2), "/caller?endOne")).endsWith(" ended=true");
        assertThat(visits.get(0).text(nodes.get(1), "/caller?sessions")).endsWith(" 2");
        assertThat(visits.get(0).text(nodes.get(1), "/caller?endOthers")).endsWith(" ended=1");
        for (int node = 0; node < 3; node++) {
            assertThat(visits.get(0).get(nodes.get(node), "/caller").status()).isEqualTo(200);
            assertThat(visits.get(1).copy().get(nodes.get(node), "/caller").status())
                    .isEqualTo(401);
            assertThat(visits.get(2).copy().get(nodes.get(node), "/caller").status())
                    .isEqualTo(401);
            assertThat(other.get(nodes.get(node), "/caller").status()).isEqualTo(200);
        }
    }

    @Test
    void aSessionEndsAtOnceThoughARequestIsUsingIt() {
        NodeVisit ending = new NodeVisit();
        NodeVisit used = new NodeVisit();
        ending.get(nodes.get(0), "/caller?user=finn");
        used.get(nodes.get(1), "/caller?user=finn");
        used.get(nodes.get(1), "/count");
        try (Gate gate = new Gate();
                Windows windows = new Windows(1)) {
            windows.add(() -> used.copy().text(nodes.get(1), gate.path()));
            gate.awaitRequest();
            long before = System.nanoTime();
            assertThat(ending.text(nodes.get(0), "/caller?endOthers")).endsWith(" ended=1");
            for (int node = 0; node < 3; node++) {
                assertThat(used.copy().get(nodes.get(node), "/caller").status()).isEqualTo(401);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
            gate.open();
            assertThat(windows.results()).singleElement().asString().startsWith("n=2 ");
        }
        assertThat(used.copy().get(nodes.get(1), "/caller").status())
                .as("what the request has changed is not saved")
                .isEqualTo(401);
    }

    private long told(String text) throws IOException, InterruptedException {
        return nodes.lines().stream().filter(line -> line.contains(text)).count();
    }
}
