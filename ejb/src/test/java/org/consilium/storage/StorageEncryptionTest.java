package org.consilium.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The headers by which the object store is told to encrypt, as it gets them. */
class StorageEncryptionTest {

    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/example";
    private static final String PREFIX = "x-amz-server-side-encryption";

    private static final Map<String, String> HOSPITALS =
            Map.of(PREFIX, "aws:kms", PREFIX + "-aws-kms-key-id", KEY, PREFIX + "-bucket-key-enabled", "true");

    @TempDir
    private Path folder;

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
        assertTold("sse-kms", Protection.STORE, HOSPITALS, HOSPITALS);
    }

    @Test
    void tellsTheStoreToUseItsOwnKeys() throws ReflectiveOperationException {
        assertTold("sse-s3", Protection.STORE, Map.of(PREFIX, "AES256"), Map.of(PREFIX, "AES256"));
    }

    @Test
    void saysNothingToAStoreThatCannotEncrypt() throws ReflectiveOperationException {
        assertTold("none", Protection.STORE, Map.of(), Map.of());
    }

    /** The key itself travels with each request; what a browser sends lies under the hospital's until it is checked. */
    @Test
    void tellsTheStoreThePatientsKey() throws Exception {
        String wrapped =
                Beans.wrapping(Optional.of(keyFile()), Optional.empty()).create();
        byte[] key = Beans.wrapping(Optional.of(keyFile()), Optional.empty()).unwrap(wrapped);
        String customer = PREFIX + "-customer-";
        assertThat(key).hasSize(32);
        assertTold(
                "sse-c",
                new Protection(Protection.Way.CUSTOMER_KEY, wrapped),
                Map.of(
                        customer + "algorithm", "AES256",
                        customer + "key", Base64.getEncoder().encodeToString(key),
                        customer + "key-md5",
                                Base64.getEncoder()
                                        .encodeToString(
                                                MessageDigest.getInstance("MD5").digest(key))),
                HOSPITALS);
    }

    @Test
    void doesNotStartWithoutTheKeyOrWithAnUnknownWay() {
        assertThatIllegalStateException()
                .isThrownBy(() -> encryption("sse-kms", Optional.empty(), Optional.empty()))
                .withMessageContaining("consilium.storage.kms-key");
        for (String own : List.of("sse-c", "client-side")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> encryption(own, Optional.empty(), Optional.empty()))
                    .withMessageContaining("key-file is missing")
                    .withMessageContaining(own);
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> encryption("rot13", Optional.empty(), Optional.empty()))
                .withMessageContaining("rot13");
    }

    private void assertTold(String mode, Protection protection, Map<String, String> kept, Map<String, String> incoming)
            throws ReflectiveOperationException {
        StorageClients clients = clients();
        StorageEncryption encryption = encryption(mode, Optional.of(KEY), Optional.of(keyFile()));
        ObjectStore objects = new ObjectStore();
        PartStore parts = new PartStore();
        for (Object store : List.of(objects, parts)) {
            Beans.set(store, "clients", clients);
            Beans.set(store, "encryption", encryption);
            Beans.set(store, "bucket", "images");
        }
        objects.put("id/display", "image/jpeg", new byte[1], protection);
        objects.copy("incoming/key", "id/original", "image/jpeg", protection);
        assertThat(parts.begin("incoming/key", "image/jpeg")).isEqualTo("upload-1");
        var unused = objects.read("id/display", 10, protection);
        clients.close();
        assertThat(requests)
                .extracting(StorageEncryptionTest::encryptionIn)
                .containsExactly(kept, kept, incoming, protection.wrappedKey() == null ? Map.of() : kept);
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
        StorageClients clients = new StorageClients();
        Beans.set(
                clients,
                "connection",
                Beans.connection("http://127.0.0.1:" + server.getAddress().getPort()));
        clients.open();
        return clients;
    }

    private Path keyFile() {
        Path file = folder.resolve("key");
        if (!Files.exists(file)) {
            try {
                Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }

    private static StorageEncryption encryption(String mode, Optional<String> key, Optional<Path> keyFile)
            throws ReflectiveOperationException {
        StorageEncryption encryption = new StorageEncryption();
        Beans.set(encryption, "name", mode);
        Beans.set(encryption, "key", key);
        // with a file, so that KMS is not asked
        Beans.set(encryption, "wrapping", Beans.wrapping(keyFile, Optional.empty()));
        encryption.open();
        return encryption;
    }
}
