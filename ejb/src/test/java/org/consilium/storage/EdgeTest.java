package org.consilium.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Verifies links to the edge as CloudFront does according to its documentation, without its library: the signature
 * covers the canned policy, which contains the address and the expiration time.
 */
class EdgeTest {

    private static final URI ADDRESS = URI.create("https://images.example.org");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @CsvSource({"RSA, 2048, SHA1withRSA", "EC, 256, SHA1withECDSA"})
    void aLinkOpensOneObjectForFiveMinutes(String algorithm, int bits, String signed) throws Exception {
        KeyPair keys = keys(algorithm, bits);
        URI link = edge(Optional.of(ADDRESS), Optional.of("K2"), Optional.of(pem(keys)))
                .link("id/display", Duration.ofMinutes(5))
                .orElseThrow();

        assertThat(link.toString()).startsWith("https://images.example.org/id/display?");
        Map<String, String> query = query(link);
        assertThat(query)
                .containsOnlyKeys("Expires", "Signature", "Key-Pair-Id")
                .containsEntry("Key-Pair-Id", "K2");
        assertThat(Long.parseLong(query.getOrDefault("Expires", ""))).isEqualTo(NOW.getEpochSecond() + 300);
        assertThat(isSigned(keys, signed, "https://images.example.org/id/display", query))
                .isTrue();
        assertThat(isSigned(keys, signed, "https://images.example.org/id/original", query))
                .isFalse();
    }

    @Test
    void withoutADistributionThereIsNoLink() throws Exception {
        assertThat(edge(Optional.empty(), Optional.empty(), Optional.empty()).link("id/display", Duration.ofMinutes(5)))
                .isEmpty();
    }

    @Test
    void doesNotStartWithoutAValidKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> edge(Optional.of(ADDRESS), Optional.of("K2"), Optional.empty()));
        assertThatIllegalStateException()
                .isThrownBy(() -> edge(Optional.of(ADDRESS), Optional.of("K2"), Optional.of("bm8ga2V5")));
    }

    private static boolean isSigned(KeyPair keys, String algorithm, String resource, Map<String, String> query)
            throws GeneralSecurityException {
        String policy = "{\"Statement\":[{\"Resource\":\"" + resource
                + "\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":" + query.get("Expires") + "}}}]}";
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(keys.getPublic());
        signature.update(policy.getBytes(StandardCharsets.UTF_8));
        String base64 = query.getOrDefault("Signature", "")
                .replace('-', '+')
                .replace('_', '=')
                .replace('~', '/');
        return signature.verify(Base64.getDecoder().decode(base64));
    }

    private static Map<String, String> query(URI link) {
        return Arrays.stream(link.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static KeyPair keys(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static Edge edge(Optional<URI> address, Optional<String> keyId, Optional<String> pem)
            throws ReflectiveOperationException {
        Edge edge = new Edge();
        Beans.set(edge, "address", address);
        Beans.set(edge, "keyId", keyId);
        Beans.set(edge, "pem", pem);
        Beans.set(edge, "clock", Clock.fixed(NOW, ZoneOffset.UTC));
        edge.open();
        return edge;
    }
}
