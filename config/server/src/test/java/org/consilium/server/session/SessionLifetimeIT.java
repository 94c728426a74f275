package org.consilium.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A session ends twelve hours after somebody has signed in, however much it is used and on whichever node. */
class SessionLifetimeIT {
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final Duration HOUR = Duration.ofHours(1);
    /** How long Redis keeps a session that has expired, until its listeners are told. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final Nodes nodes = SharedNodes.get().nodes();
    private final NodeVisit visit = new NodeVisit();

    @Test
    void aSessionThatIsInUseEndsAndItsListenersAreToldOnce() throws IOException, InterruptedException {
        String label = "old-" + System.nanoTime();
        visit.get(nodes.get(0), "/caller?user=lea");
        visit.get(nodes.get(0), "/count/brief?seconds=1800&label=" + label);
        StoredHash stored = StoredHash.of(visit);
        stored.age(StoredHash.BEGAN, LIFETIME.minusMinutes(1));
        assertThat(visit.get(nodes.get(1), "/caller").status()).isEqualTo(200);
        stored.age(StoredHash.BEGAN, Duration.ofMinutes(1));
        String id = visit.id();
        for (int i = 0; i < 3; i++) {
            assertThat(new NodeVisit(id).get(nodes.get(i), "/caller").status()).isEqualTo(401);
        }
        assertThat(stored.exists()).isFalse();
        assertThat(nodes.lines())
                .filteredOn(line -> line.contains("session destroyed, label=" + label))
                .hasSize(1);
    }

    @Test
    void redisKeepsNoSessionForLongerThanItsLifetime() {
        visit.get(nodes.get(0), "/caller?user=mia");
        StoredHash stored = StoredHash.of(visit);
        assertThat(stored.ttl()).isGreaterThan(Duration.ofMinutes(30));
        stored.age(StoredHash.BEGAN, LIFETIME.minusMinutes(1));
        stored.age(StoredHash.ACCESSED, Duration.ofMinutes(1));
        visit.get(nodes.get(1), "/caller");
        assertThat(stored.ttl()).as("after a use").isLessThan(GRACE.plusMinutes(1));
        visit.get(nodes.get(1), "/count");
        assertThat(stored.ttl()).as("after a change").isLessThan(GRACE.plusMinutes(1));
        visit.get(nodes.get(1), "/count/brief?seconds=-1&label=idle");
        assertThat(stored.ttl()).as("without an idle time").isBetween(Duration.ZERO, GRACE.plusMinutes(1));
    }

    @Test
    void aSessionBeginsWhenSomebodySignsIn() {
        visit.get(nodes.get(0), "/count");
        StoredHash.of(visit).age(StoredHash.BEGAN, LIFETIME.minusMinutes(1));
        StoredHash.of(visit).age(StoredHash.CREATED, LIFETIME.minusMinutes(1));
        Instant before = now();
        visit.get(nodes.get(1), "/caller?user=ned");
        assertThat(began()).isBetween(before, now());
    }

    @Test
    void aSessionLivesNoLongerByAnotherId() {
        visit.get(nodes.get(0), "/caller?user=pia");
        StoredHash.of(visit).age(StoredHash.BEGAN, HOUR);
        Instant began = StoredHash.of(visit).time(StoredHash.BEGAN);
        String before = visit.id();
        visit.get(nodes.get(1), "/count/renamed");
        assertThat(visit.id()).isNotEqualTo(before);
        assertThat(began()).isEqualTo(began);
    }

    private Instant began() {
        List<Listed> listed = Listed.by(visit, nodes.get(0));
        assertThat(listed).hasSize(1);
        return listed.getFirst().began();
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
