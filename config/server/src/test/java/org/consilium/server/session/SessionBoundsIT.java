package org.consilium.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.consilium.local.redis.RedisConnection;
import org.consilium.server.ServerProcess;
import org.consilium.server.session.store.SessionKey;
import org.junit.jupiter.api.Test;

/** A session can be neither larger than allowed nor older, and an account has no more sessions than allowed. */
class SessionBoundsIT {
    private final NodeVisit visit = new NodeVisit();

    @Test
    void aSessionThatHasBecomeTooLargeIsNotSaved() throws IOException, InterruptedException {
        ServerProcess node = SharedNodes.get().nodes().get(0);
        assertThat(visit.get(node, "/count/big?number=1").status()).isEqualTo(200);
        assertThat(visit.get(node, "/count/big?number=2").status()).isEqualTo(200);
        assertThat(visit.get(node, "/count/big?number=3").status()).isEqualTo(413);
        assertThat(visit.text(node, "/count/names")).contains(" big2 ").doesNotContain(" big3 ");
        assertThat(visit.text(node, "/count")).startsWith("n=3 ");
        assertThat(stored()).isLessThan(1 << 20);
        assertThat(node.settledOut())
                .filteredOn(line -> line.contains("a session is not saved"))
                .hasSize(1);
    }

    @Test
    void aSessionEndsHoweverMuchItIsUsed() throws IOException, InterruptedException {
        try (ServerProcess node = SharedNodes.get().nodes().apart(Map.of("CONSILIUM_SESSION_LIFETIME", "5"))) {
            node.awaitLine("\"message\":\"ready\"");
            visit.get(node, "/caller?user=ann");
            assertThat(visit.text(node, "/caller")).startsWith("user=ann");
            await().atMost(Duration.ofSeconds(15))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> visit.get(node, "/caller").status() == 401);
            assertThat(visit.get(SharedNodes.get().nodes().get(0), "/caller").status())
                    .isEqualTo(401);
        }
    }

    @Test
    void anAccountHasFiftySessionsAtMost() {
        ServerProcess node = SharedNodes.get().nodes().get(0);
        visit.get(node, "/caller?user=crowd");
        NodeVisit second = new NodeVisit();
        second.get(node, "/caller?user=crowd");
        for (int i = 0; i < 48; i++) {
            new NodeVisit().get(node, "/caller?user=crowd");
        }
        assertThat(visit.text(node, "/caller")).startsWith("user=crowd");
        new NodeVisit().get(node, "/caller?user=crowd");
        assertThat(visit.get(node, "/caller").status()).isEqualTo(401);
        assertThat(second.text(node, "/caller")).startsWith("user=crowd");
    }

    private long stored() {
        try (RedisConnection connection = SharedNodes.get().redis().connect()) {
            String key = SessionKey.of(visit.id()).data();
            return Long.parseLong(String.valueOf(connection.send("MEMORY", "USAGE", key, "SAMPLES", "0")));
        }
    }
}
