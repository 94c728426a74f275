package org.consilium.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The count of requests in flight. */
class TrafficTest {
    private final Traffic traffic = new Traffic();

    @Test
    void waitsForTheLastRequest() throws Exception {
        traffic.begin();
        traffic.begin();
        traffic.end();
        CompletableFuture<Void> last = CompletableFuture.runAsync(traffic::end);
        assertThat(traffic.awaitIdle(Duration.ofSeconds(30))).isZero();
        last.get();
    }

    @Test
    void givesUpInTheEnd() throws InterruptedException {
        traffic.begin();
        assertThat(traffic.awaitIdle(Duration.ofMillis(20))).isEqualTo(1);
    }
}
