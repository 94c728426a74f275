package org.consilium.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The headers by which the object store is told to encrypt, as it gets them. */
class StorageEncryptionTest {

    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/example";
    private static final String PREFIX = "x-amz-server-side-encryption";

    private final List<Headers> requests = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void tellsTheStoreToUseTheHospitalsKey() throws ReflectiveOperationException {
        assertTold(
                "sse-kms",
                Map.of(PREFIX, "aws:kms", PREFIX + "-aws-kms-key-id", KEY, PREFIX + "-bucket-key-enabled", "true"));
    }

    @Test
    void tellsTheStoreToUseItsOwnKeys() throws ReflectiveOperationException {
        assertTold("sse-s3", Map.of(PREFIX, "AES256"));
    }

    @Test
    void saysNothingToAStoreThatCannotEncrypt() throws ReflectiveOperationException {
        assertTold("none", Map.of());
    }

    @Test
    void doesNotStartWithoutTheKeyOrWithAnUnknownWay() {
        assertThatIllegalStateException()
                .isThrownBy(() -> encryption("sse-kms", Optional.empty()))
                .withMessageContaining("consilium.storage.kms-key");
        assertThatIllegalStateException()
                .isThrownBy(() -> encryption("rot13", Optional.empty()))
                .withMessageContaining("rot13");
    }

    private void assertTold(String mode, Map<String, String> headers) throws ReflectiveOperationException {
        StorageClients clients = clients();
        StorageEncryption encryption = encryption(mode, Optional.of(KEY));
        ObjectStore objects = new ObjectStore();
        PartStore parts = new PartStore();
        for (Object store : List.of(objects, parts)) {
            set(store, "clients", clients);
            set(store, "encryption", encryption);
            set(store, "bucket", "images");
        }
        objects.put("id/display", "image/jpeg", new byte[1]);
        assertThat(parts.begin("incoming/key", "image/jpeg")).isEqualTo("upload-1");
        objects.copy("incoming/key", "id/original", "image/jpeg");
        clients.close();
        assertThat(requests)
                .hasSize(3)
                .allSatisfy(request -> assertThat(encryptionIn(request)).isEqualTo(headers));
    }

    private static Map<String, String> encryptionIn(Headers request) {
        Map<String, String> found = new TreeMap<>();
        request.forEach((name, values) -> {
            if (name.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
                found.put(name.toLowerCase(Locale.ROOT), values.get(0));
            }
        });
        return found;
    }

    private void take(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestHeaders());
        exchange.getRequestBody().readAllBytes();
        byte[] answer = ("<InitiateMultipartUploadResult><Bucket>images</Bucket><Key>incoming/key</Key>"
                        + "<UploadId>upload-1</UploadId></InitiateMultipartUploadResult>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private StorageClients clients() throws ReflectiveOperationException {
        StorageConnection connection = new StorageConnection();
        set(
                connection,
                "endpoint",
                Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
        set(connection, "region", "us-east-1");
        set(connection, "pathStyle", true);
        StorageClients clients = new StorageClients();
        set(clients, "connection", connection);
        clients.open();
        return clients;
    }

    private static StorageEncryption encryption(String mode, Optional<String> key) throws ReflectiveOperationException {
        StorageEncryption encryption = new StorageEncryption();
        set(encryption, "name", mode);
        set(encryption, "key", key);
        encryption.open();
        return encryption;
    }

    /** As the container does. */
    private static void set(Object bean, String field, Object value) throws ReflectiveOperationException {
        var injected = bean.getClass().getDeclaredField(field);
        injected.setAccessible(true);
        injected.set(bean, value);
    }
}
