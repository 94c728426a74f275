package org.consilium.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.local.redis.RedisConnection;
import org.consilium.server.session.store.SessionKey;
import org.junit.jupiter.api.Test;

/** The sessions of an account, as any node lists them. */
class AccountSessionsIT {
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Nodes nodes = SharedNodes.get().nodes();
    private final NodeVisit visit = new NodeVisit();

    @Test
    void everySessionIsListedWithItsTimesAndItsDescriptionTheOldestFirst() {
        Instant before = now();
        visit.get(nodes.get(0), "/caller?user=fay&description=Firefox%20at%20the%20clinic");
        NodeVisit second = new NodeVisit();
        second.get(nodes.get(1), "/caller?user=fay");
        new NodeVisit().get(nodes.get(1), "/caller?user=guy");

        List<Listed> listed = Listed.by(visit, nodes.get(2));
        assertThat(listed).extracting(Listed::handle).containsExactly(handle(visit), handle(second));
        assertThat(listed).extracting(Listed::description).containsExactly("Firefox at the clinic", "");
        assertThat(listed).allSatisfy(session -> {
            assertThat(session.began()).isBetween(before, now());
            assertThat(session.lastUsed()).isBetween(session.began(), now());
            assertThat(session.endsAt()).isEqualTo(session.began().plus(LIFETIME));
        });
    }

    @Test
    void aUseOnAnotherNodeIsListedAndTheListIsNone() {
        visit.get(nodes.get(0), "/caller?user=hal");
        NodeVisit other = new NodeVisit();
        other.get(nodes.get(0), "/caller?user=hal");
        StoredHash.of(visit).age(StoredHash.ACCESSED, MINUTE);
        assertThat(lastUsed()).isBefore(now().minusSeconds(50));
        assertThat(Listed.by(other, nodes.get(2)).getFirst().lastUsed()).isEqualTo(lastUsed());
        visit.get(nodes.get(1), "/count/read", "Consilium-Background", "1");
        assertThat(Listed.by(other, nodes.get(2)).getFirst().lastUsed()).isBefore(now().minusSeconds(50));
        visit.get(nodes.get(1), "/count/read");
        assertThat(Listed.by(other, nodes.get(2)).getFirst().lastUsed()).isAfter(now().minusSeconds(10));
    }

    private Instant lastUsed() {
        return StoredHash.of(visit).time(StoredHash.ACCESSED);
    }

    @Test
    void aSessionThatHasEndedOrExpiredIsNotListed() {
        visit.get(nodes.get(0), "/caller?user=ida");
        NodeVisit ended = new NodeVisit();
        ended.get(nodes.get(1), "/caller?user=ida");
        ended.get(nodes.get(2), "/count/ended");
        NodeVisit expired = new NodeVisit();
        expired.get(nodes.get(1), "/caller?user=ida");
        StoredHash.of(expired).age(StoredHash.BEGAN, LIFETIME);
        assertThat(Listed.by(visit, nodes.get(0))).extracting(Listed::handle).containsExactly(handle(visit));
    }

    /** As a server of before these times wrote it. */
    @Test
    void aSessionWithoutNewerFieldsBeganWhenItWasCreated() {
        visit.get(nodes.get(0), "/caller?user=jan");
        StoredHash.of(visit).remove(StoredHash.BEGAN);
        Instant created = StoredHash.of(visit).time(StoredHash.CREATED);
        assertThat(Listed.by(visit, nodes.get(1))).singleElement().satisfies(session -> {
            assertThat(session.began()).isEqualTo(created);
            assertThat(session.endsAt()).isEqualTo(created.plus(LIFETIME));
            assertThat(session.description()).isEmpty();
        });
        visit.get(nodes.get(1), "/count");
        StoredHash.of(visit).age(StoredHash.CREATED, LIFETIME);
        assertThat(visit.get(nodes.get(2), "/caller").status()).isEqualTo(401);
    }

    /** The index is read once, and the sessions in one batch; no other test of this class runs meanwhile. */
    @Test
    void theListCostsARoundTripForTheIndexAndOneForTheSessions() {
        for (int i = 0; i < 3; i++) {
            new NodeVisit().get(nodes.get(0), "/caller?user=kim");
        }
        visit.get(nodes.get(0), "/caller?user=kim");
        try (RedisConnection connection = SharedNodes.get().redis().connect()) {
            connection.send("CONFIG", "RESETSTAT");
            assertThat(Listed.by(visit, nodes.get(0))).hasSize(4);
            String commands = String.valueOf(connection.send("INFO", "commandstats"));
            assertThat(calls(commands, "zrange")).as("the index").isEqualTo(1);
            assertThat(calls(commands, "hmget"))
                    .as("one for each session, and one for the request's own")
                    .isEqualTo(5);
        }
    }

    private static int calls(String commands, String name) {
        Matcher calls = Pattern.compile("cmdstat_" + name + ":calls=(\\d+)").matcher(commands);
        return calls.find() ? Integer.parseInt(calls.group(1)) : 0;
    }

    private static String handle(NodeVisit visit) {
        return SessionKey.of(visit.id()).handle();
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
