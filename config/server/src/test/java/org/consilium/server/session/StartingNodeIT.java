package org.consilium.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.consilium.local.process.Workspace;
import org.consilium.local.redis.RedisConnection;
import org.consilium.local.redis.RedisServer;
import org.consilium.local.redis.RedisSettings;
import org.consilium.server.ServerProcess;
import org.consilium.server.probe.SlowStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While an application is starting, however long that takes, its node ends no sessions. */
class StartingNodeIT {
    /** Longer than the interval of the sweep. */
    private static final Duration A_ROUND = Duration.ofSeconds(12);

    private static final String ENDED = "session destroyed, label=overdue";

    @Test
    void endsAnIdleSessionWhenItsListenersAreThereAndNotBefore(@TempDir Path directory)
            throws IOException, InterruptedException {
        try (Workspace workspace = Workspace.open(directory.resolve("back-ends"));
                RedisServer redis =
                        RedisServer.start(workspace, RedisSettings.defaults().withoutPersistence());
                Gate start = new Gate()) {
            redis.awaitReady();
            try (Nodes nodes = Nodes.start(directory, 1, redis, Map.of())) {
                ServerProcess starting = nodes.starting(Map.of(SlowStart.PORT, String.valueOf(start.port())));
                start.awaitRequest();
                leaveASessionOverdue(nodes.get(0));
                try (RedisConnection connection = redis.connect()) {
                    await("a look at the sessions, if there is one")
                            .during(A_ROUND)
                            .atMost(A_ROUND.multipliedBy(2))
                            .until(() -> connection.send("KEYS", "consilium:session:*}") instanceof List<?> keys
                                    && keys.size() == 1);
                }
                start.open();
                starting.awaitLine(ENDED);
                assertThat(starting.settledOut())
                        .noneMatch(line -> line.contains("cannot be read"))
                        .filteredOn(line -> line.contains(ENDED))
                        .hasSize(1);
            }
        }
    }

    /** Somebody signs in on a node that then dies: only the other node can end the session. */
    private static void leaveASessionOverdue(ServerProcess node) {
        NodeVisit visit = new NodeVisit();
        visit.get(node, "/caller?user=ann");
        visit.get(node, "/count/brief?seconds=1&label=overdue");
        node.kill();
    }
}
