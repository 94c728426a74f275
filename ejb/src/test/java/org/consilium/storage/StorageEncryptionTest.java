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

/** Checks the encryption headers that the object store receives. */
class StorageEncryptionTest {

    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/example";
    private static final String PREFIX = "x-amz-server-side-encryption";

    private static final Map<String, String> HOSPITAL_KEY =
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
    void theStoreUsesTheHospitalsKey() throws ReflectiveOperationException {
        assertHeaders("sse-kms", ObjectEncryption.BY_STORE, HOSPITAL_KEY, HOSPITAL_KEY);
    }

    @Test
    void theStoreUsesItsOwnKeys() throws ReflectiveOperationException {
        assertHeaders("sse-s3", ObjectEncryption.BY_STORE, Map.of(PREFIX, "AES256"), Map.of(PREFIX, "AES256"));
    }

    @Test
    void aStoreThatCannotEncryptGetsNoHeaders() throws ReflectiveOperationException {
        assertHeaders("none", ObjectEncryption.BY_STORE, Map.of(), Map.of());
    }

    /** Each request carries the key itself; until the check, an upload is encrypted with the hospital's key. */
    @Test
    void theStoreUsesThePatientsKey() throws Exception {
        String wrapped =
                Beans.dataKeys(Optional.of(keyFile()), Optional.empty()).create();
        byte[] key = Beans.dataKeys(Optional.of(keyFile()), Optional.empty()).unwrap(wrapped);
        String customer = PREFIX + "-customer-";
        assertThat(key).hasSize(32);
        assertHeaders(
                "sse-c",
                new ObjectEncryption(EncryptionMode.CUSTOMER_KEY, wrapped),
                Map.of(
                        customer + "algorithm", "AES256",
                        customer + "key", Base64.getEncoder().encodeToString(key),
                        customer + "key-md5",
                                Base64.getEncoder()
                                        .encodeToString(
                                                MessageDigest.getInstance("MD5").digest(key))),
                HOSPITAL_KEY);
    }

    @Test
    void doesNotStartWithoutAKeyOrWithAnUnknownSetting() {
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

    private void assertHeaders(
            String mode, ObjectEncryption object, Map<String, String> kept, Map<String, String> incoming)
            throws ReflectiveOperationException {
        StorageClients clients = clients();
        StorageEncryption encryption = encryption(mode, Optional.of(KEY), Optional.of(keyFile()));
        ObjectStore objects = new ObjectStore();
        MultipartUploads uploads = new MultipartUploads();
        for (Object store : List.of(objects, uploads)) {
            Beans.set(store, "clients", clients);
            Beans.set(store, "encryption", encryption);
            Beans.set(store, "bucket", "images");
        }
        objects.put("id/display", "image/jpeg", new byte[1], object);
        objects.copy("incoming/key", "id/original", "image/jpeg", object);
        assertThat(uploads.begin("incoming/key", "image/jpeg")).isEqualTo("upload-1");
        var unused = objects.read("id/display", 10, object);
        clients.close();
        assertThat(requests)
                .extracting(StorageEncryptionTest::encryptionIn)
                .containsExactly(kept, kept, incoming, object.wrappedKey() == null ? Map.of() : kept);
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
        // with a file, so that KMS is not called
        Beans.set(encryption, "dataKeys", Beans.dataKeys(keyFile, Optional.empty()));
        encryption.open();
        return encryption;
    }
}
