package org.consilium.ear.http;

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
import org.consilium.testing.http.HttpVisit;

/** Web sockets as open pages have them, of a client that is no browser. */
final class LiveSockets implements Closeable {

    private static final String COOKIE = "JSESSIONID";

    final Queue<WebSocket> open = new ConcurrentLinkedQueue<>();
    final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
    final Queue<String> waits = new ConcurrentLinkedQueue<>();

    /** The messages to all of them, without the greeting of each. */
    final Queue<String> heard = new ConcurrentLinkedQueue<>();

    private final HttpClient client = HttpClient.newHttpClient();

    /** Opens some at once, and waits until each has heard its first word, or why it hears none. */
    void open(HttpVisit visit, int count) {
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        IntStream.range(0, count).forEach(number -> answers.add(begin(visit)));
        answers.forEach(CompletableFuture::join);
    }

    private CompletableFuture<Void> begin(HttpVisit visit) {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        URI address =
                URI.create(visit.home().toString().replaceFirst("^http", "ws")).resolve("/live");
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
            if (answered.isDone()) {
                heard.add(text.toString());
            } else {
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
