package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    @Test
    void aSessionHasAsManyAsPagesAndItsOtherPagesAsk() throws Exception {
        HttpVisit visit = Visitors.signedIn(People.patient().email());
        try (Sockets sockets = new Sockets()) {
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
    void anAccountHasAsManyInAllItsSessions() throws Exception {
        String email = People.patient().email();
        try (Sockets sockets = new Sockets()) {
            for (int session = 0; session < 3; session++) {
                sockets.open(Visitors.signedIn(email), PER_SESSION);
            }
            assertThat(sockets.open).hasSize(PER_ACCOUNT);
        }
    }

    /** As a phone does that loses its network. */
    @Test
    void thoseThatBreakOffLeaveTheirPlacesAndNoWarning() throws Exception {
        HttpVisit visit = Visitors.signedIn(People.patient().email());
        int before = Stand.get().node().lines().size();
        try (Sockets sockets = new Sockets()) {
            sockets.open(visit, PER_SESSION);
            assertThat(sockets.open).hasSize(PER_SESSION);
            sockets.open.forEach(WebSocket::abort);
            sockets.open.clear();
            await("their places are free").untilAsserted(() -> {
                sockets.open(visit, PER_SESSION - sockets.open.size());
                assertThat(sockets.open).hasSize(PER_SESSION);
            });
        }
        assertThat(Stand.get().node().lines().stream().skip(before))
                .noneMatch(line -> line.contains("\"WARNING\"") && line.contains("TyrusServletWriter"));
    }

    /** Web sockets of a client that is no browser. */
    private static final class Sockets implements Closeable {

        private static final String COOKIE = "JSESSIONID";

        final Queue<WebSocket> open = new ConcurrentLinkedQueue<>();
        final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
        final Queue<String> waits = new ConcurrentLinkedQueue<>();

        private final HttpClient client = HttpClient.newHttpClient();

        /** Opens some at once, and waits until each has heard its first word, or why it hears none. */
        void open(HttpVisit visit, int count) {
            List<CompletableFuture<Void>> answers = new ArrayList<>();
            IntStream.range(0, count).forEach(number -> answers.add(begin(visit)));
            answers.forEach(CompletableFuture::join);
        }

        private CompletableFuture<Void> begin(HttpVisit visit) {
            CompletableFuture<Void> answered = new CompletableFuture<>();
            URI address = URI.create(visit.home().toString().replaceFirst("^http", "ws"))
                    .resolve("/live");
            client.newWebSocketBuilder()
                    .header("Cookie", COOKIE + "=" + visit.cookie(COOKIE))
                    .buildAsync(address, new Listener(answered))
                    .exceptionally(failure -> {
                        refuse(failure);
                        answered.complete(null);
                        return null;
                    });
            return answered;
        }

        private void refuse(Throwable failure) {
            Stream.of(failure, failure.getCause())
                    .filter(WebSocketHandshakeException.class::isInstance)
                    .map(cause -> ((WebSocketHandshakeException) cause).getResponse())
                    .findFirst()
                    .ifPresent(answer -> {
                        refusals.add(answer.statusCode());
                        waits.add(answer.headers().firstValue("Retry-After").orElse(""));
                    });
        }

        @Override
        public void close() {
            open.forEach(WebSocket::abort);
            client.shutdownNow();
        }

        private final class Listener implements WebSocket.Listener {

            private final CompletableFuture<Void> answered;

            Listener(CompletableFuture<Void> answered) {
                this.answered = answered;
            }

            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                if (!answered.isDone()) {
                    open.add(socket);
                    answered.complete(null);
                }
                socket.request(1);
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                if (!answered.isDone()) {
                    refusals.add(status);
                    answered.complete(null);
                }
                return CompletableFuture.completedFuture(null);
            }
        }
    }
}
