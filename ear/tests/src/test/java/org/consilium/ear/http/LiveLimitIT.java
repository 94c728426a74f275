package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocket;
import java.time.Duration;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** A person has as many web sockets as pages; more are refused, and their pages ask instead. */
class LiveLimitIT {

    private static final int PER_SESSION = 20;
    private static final int PER_ACCOUNT = 40;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int TRY_AGAIN_LATER = 1013;

    /**
     * The server does not report a connection that breaks off while it is still being opened, as happens on a busy
     * machine; all pages are told something every 25 seconds, which then fails.
     */
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(60);

    @Test
    void aSessionHasAsManyAsPagesAndItsOtherPagesAsk() {
        HttpVisit visit = Visitors.signedIn(People.patient().email());
        try (LiveSockets sockets = new LiveSockets()) {
            sockets.open(visit, 60);
            assertThat(sockets.open).hasSize(PER_SESSION);
            assertThat(sockets.refusals).hasSize(60 - PER_SESSION).isSubsetOf(TOO_MANY_REQUESTS, TRY_AGAIN_LATER);
            assertThat(visit.get("/live").status()).isEqualTo(200);

            sockets.open(visit, 1);
            assertThat(sockets.open).as("none is free").hasSize(PER_SESSION);
            assertThat(sockets.waits).isNotEmpty().containsOnly("60");

            sockets.open.remove().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            await("another page may connect").untilAsserted(() -> {
                sockets.open(visit, 1);
                assertThat(sockets.open).hasSize(PER_SESSION);
            });
        }
    }

    @Test
    void anAccountHasAsManyInAllItsSessions() {
        String email = People.patient().email();
        try (LiveSockets sockets = new LiveSockets()) {
            for (int session = 0; session < 3; session++) {
                sockets.open(Visitors.signedIn(email), PER_SESSION);
            }
            assertThat(sockets.open).hasSize(PER_ACCOUNT);
        }
    }

    /** As a phone does that loses its network. */
    @Test
    void thoseThatBreakOffLeaveTheirPlacesAndNoWarning() {
        HttpVisit visit = Visitors.signedIn(People.patient().email());
        int before = Stand.get().node().lines().size();
        try (LiveSockets sockets = new LiveSockets()) {
            sockets.open(visit, PER_SESSION);
            assertThat(sockets.open).hasSize(PER_SESSION);
            sockets.open.forEach(WebSocket::abort);
            sockets.open.clear();
            await("their places are free").atMost(NOTICED_WITHIN).untilAsserted(() -> {
                sockets.open(visit, PER_SESSION - sockets.open.size());
                assertThat(sockets.open).hasSize(PER_SESSION);
            });
        }
        assertThat(Stand.get().node().lines().stream().skip(before))
                .noneMatch(line -> line.contains("\"WARNING\"") && line.contains("TyrusServletWriter"));
    }
}
