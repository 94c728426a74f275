package org.consilium.storage;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Keeps what is too large for the database in one S3 bucket, and gives out links to it that soon expire. */
@ApplicationScoped
public class ObjectStore {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PROBE = Duration.ofSeconds(1);

    @Inject
    private StorageConnection connection;

    @Inject
    @ConfigProperty(name = "consilium.storage.bucket")
    private String bucket;

    private S3Client worker;
    private S3Client prober;
    private S3Presigner presigner;

    @SuppressWarnings("NullAway.Init") // the container fills the fields before anybody calls
    public ObjectStore() {}

    @PostConstruct
    void open() {
        worker = connection.worker(CONNECT, READ, PATIENCE);
        prober = connection.prober(PROBE);
        presigner = connection.presigner();
    }

    @PreDestroy
    void close() {
        presigner.close();
        prober.close();
        worker.close();
    }

    /**
     * Stores {@code bytes} under {@code key}; there is nothing under it, or all of them.
     *
     * @throws StorageUnavailableException when the store does not confirm within 10 seconds
     */
    public void put(String key, String contentType, byte[] bytes) {
        ask(() -> worker.putObject(
                put -> put.bucket(bucket).key(key).contentType(contentType), RequestBody.fromBytes(bytes)));
    }

    /**
     * Removes what lies under the keys; a key under which nothing lies is no error.
     *
     * @throws StorageUnavailableException when the store does not confirm: some may be gone, asking again is safe
     */
    public void delete(Collection<String> keys) {
        for (String key : keys) {
            ask(() -> worker.deleteObject(delete -> delete.bucket(bucket).key(key)));
        }
    }

    /**
     * A link that shows the object in a browser, as {@code contentType} and never kept by any cache, to whoever has the
     * link, until {@code lifetime} is over. It is made without asking the store, so the object need not exist.
     *
     * @throws StorageUnavailableException when there are no credentials to sign with
     */
    public URI link(String key, Duration lifetime, String contentType) {
        GetObjectRequest shown = GetObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .responseContentType(contentType)
                .responseContentDisposition("inline")
                .responseCacheControl("private, no-store")
                .build();
        return ask(() -> URI.create(presigner
                .presignGetObject(link -> link.signatureDuration(lifetime).getObjectRequest(shown))
                .url()
                .toExternalForm()));
    }

    /** Where links lead: the scheme, host and port that a page has to allow images from. */
    public URI origin() {
        URI object = URI.create(
                worker.utilities().getUrl(url -> url.bucket(bucket).key("-")).toExternalForm());
        return URI.create(object.getScheme() + "://" + object.getAuthority());
    }

    /**
     * Asks whether the bucket is there and ours to use.
     *
     * @throws StorageUnavailableException when the answer is no, or does not come within about a second
     */
    public void check() {
        ask(() -> prober.headBucket(head -> head.bucket(bucket)));
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException failure) {
            throw new StorageUnavailableException(failure);
        }
    }
}
