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
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.trail.seal.JsonLine;
import org.consilium.trail.seal.PublicKeys;
import org.consilium.trail.seal.SignedLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the key signs, be it in a file or in KMS, its public key verifies. */
class SealKeyTest {
    private static final String KMS_KEY = "alias/consilium-seals";

    @TempDir
    private Path folder;

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String pem(String kind, byte[] key) {
        return "-----BEGIN " + kind + " KEY-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END " + kind
                + " KEY-----\n";
    }

    private SealKey key(Optional<String> content, Optional<String> kmsKey) throws Exception {
        SealKey key = new SealKey();
        Beans.set(key, "connection", Beans.connection("http://127.0.0.1:1"));
        Beans.set(
                key,
                "keyFile",
                content.isPresent()
                        ? Optional.of(Files.writeString(folder.resolve("key.pem"), content.get())
                                .toString())
                        : Optional.empty());
        Beans.set(key, "kmsKey", kmsKey);
        return key;
    }

    private static void assertSigns(SealKey key) {
        SignedLine signed = key.sign(new JsonLine().with("seal", 1));
        PublicKeys keys = PublicKeys.ofDer(key.publicKey());
        assertThat(keys.haveSigned(signed, key.keyId())).isTrue();
        assertThat(keys.haveSigned(new SignedLine(signed.text().replace('1', '2'), signed.signature()), key.keyId()))
                .isFalse();
        assertThat(PublicKeys.ofPem(PublicKeys.pem(key.publicKey())).haveSigned(signed, key.keyId()))
                .isTrue();
    }

    @Test
    void theKeyInTheFileSigns() throws Exception {
        KeyPair pair = pair();
        SealKey key = key(
                Optional.of(pem("PRIVATE", pair.getPrivate().getEncoded())
                        + pem("PUBLIC", pair.getPublic().getEncoded())),
                Optional.empty());
        key.open();
        assertSigns(key);
    }

    @Test
    void withoutAKeyTheNodeDoesNotStart() throws Exception {
        SealKey none = key(Optional.empty(), Optional.empty());
        assertThatIllegalStateException().isThrownBy(none::open).withMessageContaining("consilium.audit.seal-key");
        String alone = pem("PRIVATE", pair().getPrivate().getEncoded());
        String ofTwo = alone + pem("PUBLIC", pair().getPublic().getEncoded());
        for (String content : List.of("", "no key", alone, ofTwo)) {
            SealKey bad = key(Optional.of(content), Optional.empty());
            assertThatIllegalStateException()
                    .isThrownBy(bad::open)
                    .withMessageContaining("consilium.audit.seal-key-file");
        }
    }

    /** Checks the requests to KMS, and that its signatures are used. */
    @Test
    void kmsSignsHashes() throws Exception {
        KeyPair pair = pair();
        List<String> requests = new ArrayList<>();
        HttpServer kms = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        kms.createContext("/", exchange -> answer(exchange, pair, requests));
        kms.start();
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        System.setProperty(
                "aws.endpointUrlKms", "http://127.0.0.1:" + kms.getAddress().getPort());
        try {
            SealKey key = key(Optional.empty(), Optional.of(KMS_KEY));
            key.open();
            assertThat(requests).isEmpty();
            assertSigns(key);
            assertThat(requests).hasSize(2);
            assertThat(requests.get(0)).startsWith("TrentService.GetPublicKey").contains(KMS_KEY);
            assertThat(requests.get(1))
                    .startsWith("TrentService.Sign")
                    .contains(KMS_KEY, "\"MessageType\":\"DIGEST\"", "\"SigningAlgorithm\":\"ECDSA_SHA_256\"");
            kms.stop(0);
            assertThatExceptionOfType(StorageUnavailableException.class).isThrownBy(() -> key.sign(new byte[32]));
            key.close();
        } finally {
            kms.stop(0);
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
            System.clearProperty("aws.endpointUrlKms");
        }
    }

    /** As KMS answers: it signs the hash that it is given. */
    private static void answer(HttpExchange exchange, KeyPair pair, List<String> requests) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestHeaders().getFirst("X-Amz-Target") + " " + body);
        Matcher message = Pattern.compile("\"Message\":\"([^\"]+)\"").matcher(body);
        String said = message.find()
                ? "\"Signature\":\"" + base64(signed(pair, Base64.getDecoder().decode(message.group(1)))) + "\""
                : "\"PublicKey\":\"" + base64(pair.getPublic().getEncoded()) + "\"";
        byte[] answer = ("{\"KeyId\":\"" + KMS_KEY + "\"," + said + "}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static byte[] signed(KeyPair pair, byte[] hash) {
        try {
            Signature signature = Signature.getInstance("NONEwithECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(hash);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
