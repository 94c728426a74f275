package org.consilium.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Checks the requests that the object store receives. */
class StorageConnectionTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final CompletableFuture<Sent> sent = new CompletableFuture<>();
    private HttpServer store;

    @BeforeEach
    void open() throws IOException {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/", this::take);
        store.start();
    }

    @AfterEach
    void close() {
        store.stop(0);
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void sendsAnObjectInOnePiece() throws Exception {
        byte[] photo = {1, 2, 3};
        try (S3Client worker = connection().worker(TIMEOUT, TIMEOUT, TIMEOUT)) {
            worker.putObject(put -> put.bucket("images").key("id/original"), RequestBody.fromBytes(photo));
        }
        assertThat(sent.get().path()).isEqualTo("/images/id/original");
        assertThat(sent.get().encoding()).isEmpty();
        assertThat(sent.get().body()).containsExactly(photo);
    }

    private void take(HttpExchange exchange) throws IOException {
        sent.complete(new Sent(
                exchange.getRequestURI().getPath(),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Encoding")),
                exchange.getRequestBody().readAllBytes()));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private StorageConnection connection() throws ReflectiveOperationException {
        return Beans.connection("http://127.0.0.1:" + store.getAddress().getPort());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sent(String path, Optional<String> encoding, byte[] body) {}
}
