package org.consilium.ear.stand;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.consilium.local.store.Bucket;
import org.consilium.local.store.BucketClient;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Stands before the bucket as CloudFront does: who has a link that a key of its group has signed, and which is not
 * over, gets the one object that it names, and nobody anything else. Its two keys are those of a rotation.
 */
public final class StandInEdge implements AutoCloseable {

    public static final String FIRST = "KFIRST";
    public static final String SECOND = "KSECOND";

    private final Map<String, KeyPair> group = Map.of(FIRST, keys(), SECOND, keys());
    private final Bucket bucket;
    private final S3Client store;
    private final HttpServer server;
    private volatile Duration ahead = Duration.ZERO;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    StandInEdge(Bucket bucket) {
        this.bucket = bucket;
        store = BucketClient.of(bucket);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Lets it believe that it is so much later. */
    public void setAhead(Duration ahead) {
        this.ahead = ahead;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The configuration by which a node signs with one of the keys. */
    public Map<String, String> properties(String keyId) {
        KeyPair keys = Objects.requireNonNull(group.get(keyId));
        return Map.of(
                "consilium.storage.edge-url",
                address().toString(),
                "consilium.storage.edge-key-id",
                keyId,
                "consilium.storage.edge-key",
                Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI asked = exchange.getRequestURI();
            Optional<ResponseBytes<GetObjectResponse>> object =
                    isOpened(asked) ? find(asked.getPath().substring(1)) : Optional.empty();
            if (object.isEmpty()) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            byte[] bytes = object.get().asByteArray();
            exchange.getResponseHeaders()
                    .set("Content-Type", object.get().response().contentType());
            exchange.getResponseHeaders().set("Cache-Control", "private, no-store");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Optional<ResponseBytes<GetObjectResponse>> find(String key) {
        try {
            return Optional.of(
                    store.getObjectAsBytes(get -> get.bucket(bucket.name()).key(key)));
        } catch (NoSuchKeyException nothing) {
            return Optional.empty();
        }
    }

    /** Checks the signature of the canned policy, as CloudFront's documentation describes it. */
    private boolean isOpened(URI asked) {
        Map<String, String> query = Arrays.stream(
                        Optional.ofNullable(asked.getRawQuery()).orElse("").split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        KeyPair keys = group.get(query.getOrDefault("Key-Pair-Id", ""));
        String end = query.getOrDefault("Expires", "");
        if (keys == null
                || !end.matches("\\d{1,12}")
                || Instant.now().plus(ahead).getEpochSecond() >= Long.parseLong(end)) {
            return false;
        }
        String policy = "{\"Statement\":[{\"Resource\":\"" + address() + asked.getPath()
                + "\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":" + end + "}}}]}";
        String signature = query.getOrDefault("Signature", "")
                .replace('-', '+')
                .replace('_', '=')
                .replace('~', '/');
        return isSigned(keys, policy, signature);
    }

    private static boolean isSigned(KeyPair keys, String text, String signature) {
        try {
            Signature check = Signature.getInstance("SHA1withECDSA");
            check.initVerify(keys.getPublic());
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException none) {
            return false;
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        store.close();
    }
}
