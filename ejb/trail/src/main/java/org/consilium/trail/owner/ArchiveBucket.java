package org.consilium.trail.owner;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The bucket of archived days. Its default retention locks each object, and its default encryption encrypts it, so that
 * nothing here could forget to.
 */
final class ArchiveBucket implements AutoCloseable {
    private static final String SHA256 = "sha256";

    private final S3Client client;
    private final String name;

    ArchiveBucket(ArchiveSettings settings) {
        name = settings.bucket();
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                // the body is a file, so that it is signed as a whole
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        if (!settings.endpoint().isEmpty()) {
            builder.endpointOverride(URI.create(settings.endpoint())).forcePathStyle(true);
        }
        client = builder.build();
    }

    /** Stores a file, unless it is there already. */
    void put(String key, Path file, String sha256) {
        if (sha256(key).filter(sha256::equals).isPresent()) {
            return;
        }
        client.putObject(
                put -> put.bucket(name)
                        .key(key)
                        .contentType("application/gzip")
                        .checksumSHA256(Base64.getEncoder()
                                .encodeToString(HexFormat.of().parseHex(sha256)))
                        .metadata(Map.of(SHA256, sha256)),
                RequestBody.fromFile(file));
    }

    /** What was stored with an object, if there is one. */
    Optional<String> sha256(String key) {
        try {
            return Optional.ofNullable(
                    client.headObject(head -> head.bucket(name).key(key))
                            .metadata()
                            .get(SHA256));
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        }
    }

    /**
     * Loads an object into a file, which must have these bytes.
     *
     * @throws ArchiveException if there is none, or another one
     */
    void get(String key, Path file, String sha256) throws IOException {
        try (ResponseInputStream<GetObjectResponse> content =
                client.getObject(get -> get.bucket(name).key(key))) {
            Files.deleteIfExists(file);
            Files.copy(content, file);
        } catch (NoSuchKeyException none) {
            throw new ArchiveException(key + " is not in the archive", none);
        }
        if (!Digests.of(file).equals(sha256)) {
            throw new ArchiveException(key + " is not what was archived");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
