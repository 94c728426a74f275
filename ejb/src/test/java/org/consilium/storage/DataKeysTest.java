package org.consilium.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data keys leave the application only wrapped. */
class DataKeysTest {

    private static final String KMS_KEY = "alias/consilium";

    @TempDir
    private Path folder;

    @Test
    void aKeyWrappedByTheFilesKeyIsUnwrappedByIt() throws Exception {
        DataKeys keys = keysOfFile("one", (byte) 1);
        String first = keys.create();
        byte[] key = keys.unwrap(first);
        assertThat(key).hasSize(32).isNotEqualTo(keys.unwrap(keys.create()));
        assertThat(first).startsWith("file:");
        assertThat(text(Base64.getDecoder().decode(first.substring("file:".length()))))
                .doesNotContain(text(key));
        assertThat(keysOfFile("one", (byte) 1).unwrap(first)).isEqualTo(key);
        DataKeys other = keysOfFile("two", (byte) 2);
        assertThatIllegalStateException().isThrownBy(() -> other.unwrap(first)).withMessageContaining("another one");
    }

    @Test
    void aFileWithoutAKeyPreventsTheStart() throws IOException {
        for (String content : List.of("", "not base64!", Base64.getEncoder().encodeToString(new byte[16]))) {
            Path file = Files.writeString(folder.resolve("bad"), content);
            assertThatIllegalStateException()
                    .isThrownBy(() -> Beans.dataKeys(Optional.of(file), Optional.empty()))
                    .withMessageContaining("consilium.storage.key-file");
        }
    }

    /** Checks the requests to KMS, and that its answers are used. */
    @Test
    void kmsCreatesAndUnwrapsKeysWithTheHospitalsKey() throws Exception {
        List<String> requests = new ArrayList<>();
        HttpServer kms = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        kms.createContext("/", exchange -> answer(exchange, requests));
        kms.start();
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        System.setProperty(
                "aws.endpointUrlKms", "http://127.0.0.1:" + kms.getAddress().getPort());
        try {
            DataKeys keys = Beans.dataKeys(Optional.empty(), Optional.of(KMS_KEY));
            String wrapped = keys.create();
            assertThat(wrapped).isEqualTo("kms:" + base64("wrapped"));
            assertThat(keys.unwrap(wrapped)).isEqualTo("plain".getBytes(StandardCharsets.UTF_8));
            assertThat(requests.get(0))
                    .startsWith("TrentService.GenerateDataKeyWithoutPlaintext")
                    .contains(
                            "\"KeyId\":\"alias/consilium\"", "\"KeySpec\":\"AES_256\"", "\"use\":\"consilium-images\"");
            assertThat(requests.get(1))
                    .startsWith("TrentService.Decrypt")
                    .contains(base64("wrapped"), "\"use\":\"consilium-images\"");
            kms.stop(0);
            assertThatExceptionOfType(StorageUnavailableException.class).isThrownBy(keys::create);
            keys.close();
        } finally {
            kms.stop(0);
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
            System.clearProperty("aws.endpointUrlKms");
        }
    }

    private static void answer(HttpExchange exchange, List<String> requests) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestHeaders().getFirst("X-Amz-Target") + " " + body);
        byte[] answer = ("{\"CiphertextBlob\":\"" + base64("wrapped") + "\",\"Plaintext\":\"" + base64("plain")
                        + "\",\"KeyId\":\"" + KMS_KEY + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private DataKeys keysOfFile(String name, byte filling) throws Exception {
        byte[] key = new byte[32];
        Arrays.fill(key, filling);
        Path file = Files.writeString(folder.resolve(name), Base64.getEncoder().encodeToString(key) + "\n");
        return Beans.dataKeys(Optional.of(file), Optional.empty());
    }
}
