package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HttpVisit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An account that an administrator disables has no session left, on any node, also when it is enabled again. */
class EndedAccountIT {

    private static final int POLICY_VIOLATED = 1008;

    private final URI first = Stand.get().node().address();
    private final URI second = Stand.get().secondNode().address();

    @Test
    void noCookieWorksAgainWhenTheAccountIsEnabled() {
        Person patient = People.patient();
        HttpVisit home = Visitors.signedIn(first, patient);
        HttpVisit elsewhere = Visitors.signedIn(second, patient);
        HttpVisit neighbor = Visitors.signedIn(People.patient().email());
        PeoplePage office =
                new PeoplePage(Visitors.signedIn(People.administrator().email()));

        assertThat(office.press("Disable", patient).isDone()).isTrue();
        assertThat(office.press("Enable", patient).isDone()).isTrue();

        for (HttpVisit old : new HttpVisit[] {home, elsewhere}) {
            assertThat(old.ledTo(first).get("/consultations").isSignIn()).isTrue();
            assertThat(old.ledTo(second).get("/consultations").isSignIn()).isTrue();
        }
        assertThat(neighbor.get("/consultations").isPage()).isTrue();
        assertThat(Visitors.signedIn(first, patient).get("/consultations").isPage())
                .isTrue();
    }

    @Test
    void itsWebSocketsAreClosed() throws Exception {
        Person patient = People.patient();
        HttpVisit home = Visitors.signedIn(second, patient);
        Closing closing = new Closing();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", "JSESSIONID=" + home.cookie("JSESSIONID"))
                .buildAsync(URI.create("ws://" + second.getAuthority() + "/live"), closing)
                .get(10, TimeUnit.SECONDS);
        closing.heard.get(10, TimeUnit.SECONDS);

        new PeoplePage(Visitors.signedIn(People.administrator().email())).press("Disable", patient);

        assertThat(closing.code.get(10, TimeUnit.SECONDS)).isEqualTo(POLICY_VIOLATED);
        socket.abort();
    }

    /** Remembers that the server said something, and how it closed. */
    private static final class Closing implements WebSocket.Listener {

        private final CompletableFuture<Boolean> heard = new CompletableFuture<>();
        private final CompletableFuture<Integer> code = new CompletableFuture<>();

        @Override
        public @Nullable CompletableFuture<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.complete(true);
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletableFuture<?> onClose(WebSocket socket, int status, String reason) {
            code.complete(status);
            return null;
        }
    }
}
