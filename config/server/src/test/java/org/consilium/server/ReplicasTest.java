package org.consilium.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.consilium.server.settings.Settings;
import org.junit.jupiter.api.Test;

class ReplicasTest {

    private static Replicas replicas(String value) {
        return new Replicas(new Settings(Map.of("CONSILIUM_DATABASE_REPLICA_URL", value)).ofDatabase());
    }

    @Test
    void nodesSpreadOverAllOfThem() {
        Replicas three = replicas(" jdbc:mysql://a/c  jdbc:mysql://b/c\njdbc:mysql://d/c ");
        Random random = new Random(1);
        Set<String> chosen = new HashSet<>();
        for (int node = 0; node < 50; node++) {
            chosen.add(three.one(random).orElseThrow());
        }

        assertThat(chosen).containsExactlyInAnyOrder("jdbc:mysql://a/c", "jdbc:mysql://b/c", "jdbc:mysql://d/c");
    }

    @Test
    void oneOrNoneIsLeftAsItIs() {
        assertThat(replicas("jdbc:mysql://a/c").one(new Random(1))).isEmpty();
        assertThat(replicas("").one(new Random(1))).isEmpty();
    }
}
