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

/** Keys that are written down only under another key. */
class KeyWrappingTest {

    private static final String KMS_KEY = "alias/consilium";

    @TempDir
    private Path folder;

    @Test
    void aKeyUnderThatOfAFileComesBackWithIt() throws Exception {
        KeyWrapping wrapping = wrapping("one", (byte) 1);
        String first = wrapping.create();
        byte[] key = wrapping.unwrap(first);
        assertThat(key).hasSize(32).isNotEqualTo(wrapping.unwrap(wrapping.create()));
        assertThat(first).startsWith("file:");
        assertThat(text(Base64.getDecoder().decode(first.substring("file:".length()))))
                .doesNotContain(text(key));
        assertThat(wrapping("one", (byte) 1).unwrap(first)).isEqualTo(key);
        KeyWrapping other = wrapping("two", (byte) 2);
        assertThatIllegalStateException().isThrownBy(() -> other.unwrap(first)).withMessageContaining("another one");
    }

    @Test
    void aFileWithoutAKeyIsToldAtTheStart() throws IOException {
        for (String content : List.of("", "not base64!", Base64.getEncoder().encodeToString(new byte[16]))) {
            Path file = Files.writeString(folder.resolve("bad"), content);
            assertThatIllegalStateException()
                    .isThrownBy(() -> Beans.wrapping(Optional.of(file), Optional.empty()))
                    .withMessageContaining("consilium.storage.key-file");
        }
    }

    /** What is said to KMS, and that its answer is what is used. */
    @Test
    void aKeyUnderThatOfTheHospitalIsMadeAndOpenedByKms() throws Exception {
        List<String> asked = new ArrayList<>();
        HttpServer kms = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        kms.createContext("/", exchange -> answer(exchange, asked));
        kms.start();
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        System.setProperty(
                "aws.endpointUrlKms", "http://127.0.0.1:" + kms.getAddress().getPort());
        try {
            KeyWrapping wrapping = Beans.wrapping(Optional.empty(), Optional.of(KMS_KEY));
            String wrapped = wrapping.create();
            assertThat(wrapped).isEqualTo("kms:" + base64("wrapped"));
            assertThat(wrapping.unwrap(wrapped)).isEqualTo("plain".getBytes(StandardCharsets.UTF_8));
            assertThat(asked.get(0))
                    .startsWith("TrentService.GenerateDataKeyWithoutPlaintext")
                    .contains(
                            "\"KeyId\":\"alias/consilium\"", "\"KeySpec\":\"AES_256\"", "\"use\":\"consilium-images\"");
            assertThat(asked.get(1))
                    .startsWith("TrentService.Decrypt")
                    .contains(base64("wrapped"), "\"use\":\"consilium-images\"");
            kms.stop(0);
            assertThatExceptionOfType(StorageUnavailableException.class).isThrownBy(wrapping::create);
            wrapping.close();
        } finally {
            kms.stop(0);
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
            System.clearProperty("aws.endpointUrlKms");
        }
    }

    private static void answer(HttpExchange exchange, List<String> asked) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestHeaders().getFirst("X-Amz-Target") + " " + body);
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

    private KeyWrapping wrapping(String name, byte filling) throws Exception {
        byte[] key = new byte[32];
        Arrays.fill(key, filling);
        Path file = Files.writeString(folder.resolve(name), Base64.getEncoder().encodeToString(key) + "\n");
        return Beans.wrapping(Optional.of(file), Optional.empty());
    }
}
