package org.consilium.storage;

import static org.consilium.storage.StorageClients.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.consilium.storage.Protection.Way;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.encryption.s3.S3EncryptionClientException;

/** Keeps what is too large for the database in one S3 bucket, and gives out links to it that soon expire. */
@ApplicationScoped
public class ObjectStore {

    @Inject
    private StorageClients clients;

    @Inject
    private StorageEncryption encryption;

    @Inject
    private Edge edge;

    @Inject
    @ConfigProperty(name = "consilium.storage.bucket")
    private String bucket;

    @SuppressWarnings("NullAway.Init") // the container fills the fields before anybody calls
    public ObjectStore() {}

    /**
     * Stores {@code bytes} under {@code key}; there is nothing under it, or all of them.
     *
     * @throws StorageUnavailableException when the store does not confirm within 10 seconds
     */
    public void put(String key, String contentType, byte[] bytes, Protection protection) {
        ask(() -> client(protection)
                .putObject(
                        put -> encryption
                                .encrypt(put, protection)
                                .bucket(bucket)
                                .key(key)
                                .contentType(contentType),
                        RequestBody.fromBytes(bytes)));
    }

    /**
     * Stores under {@code key} what lies under another, encrypted by the store; its bytes do not come here.
     *
     * @param protection of the copy, which the store can make
     * @throws StorageUnavailableException when the store does not confirm
     */
    public void copy(String from, String key, String contentType, Protection protection) {
        ask(() -> clients.worker()
                .copyObject(copy -> encryption
                        .encrypt(copy, protection)
                        .sourceBucket(bucket)
                        .sourceKey(from)
                        .destinationBucket(bucket)
                        .destinationKey(key)
                        .metadataDirective(MetadataDirective.REPLACE)
                        .contentType(contentType)));
    }

    /**
     * What lies under {@code key}, at most {@code most} bytes of it; empty when nothing does.
     *
     * @throws StorageUnavailableException when the store does not give it
     */
    public Optional<byte[]> read(String key, int most, Protection protection) {
        return ask(() -> {
            try {
                return Optional.of(client(protection)
                        .getObject(
                                get -> encryption
                                        .decrypt(get, protection)
                                        .bucket(bucket)
                                        .key(key),
                                ResponseTransformer.unmanaged((answer, content) -> content.readNBytes(most))));
            } catch (NoSuchKeyException nothing) {
                return Optional.empty();
            } catch (S3EncryptionClientException failure) {
                if (failure.getCause() instanceof NoSuchKeyException) {
                    return Optional.empty();
                }
                throw failure;
            }
        });
    }

    private S3Client client(Protection protection) {
        return protection.way() == Way.CLIENT ? clients.encrypting() : clients.worker();
    }

    /**
     * Removes what lies under the keys; a key under which nothing lies is no error.
     *
     * @throws StorageUnavailableException when the store does not confirm: some may be gone, asking again is safe
     */
    public void delete(Collection<String> keys) {
        for (String key : keys) {
            ask(() -> clients.worker()
                    .deleteObject(delete -> delete.bucket(bucket).key(key)));
        }
    }

    /**
     * A link that shows the object in a browser, as {@code contentType} and never kept by any cache, to whoever has the
     * link, until {@code lifetime} is over: by way of the edge if there is one, which is set up to say the same of type
     * and caches. It is made without asking the store, so the object need not exist.
     *
     * @throws StorageUnavailableException when there are no credentials to sign with
     */
    public URI link(String key, Duration lifetime, String contentType) {
        return edge.link(key, lifetime).orElseGet(() -> direct(key, lifetime, contentType));
    }

    private URI direct(String key, Duration lifetime, String contentType) {
        GetObjectRequest shown = GetObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .responseContentType(contentType)
                .responseContentDisposition("inline")
                .responseCacheControl("private, no-store")
                .build();
        return ask(() -> URI.create(clients.presigner()
                .presignGetObject(link -> link.signatureDuration(lifetime).getObjectRequest(shown))
                .url()
                .toExternalForm()));
    }

    /** Where links lead: the scheme, host and port that a page has to allow images from. */
    public URI linkOrigin() {
        return edge.address().map(ObjectStore::originOf).orElseGet(this::origin);
    }

    /** Where the store itself is: the scheme, host and port that a page has to be allowed to send to. */
    public URI origin() {
        URI object = URI.create(clients.worker()
                .utilities()
                .getUrl(url -> url.bucket(bucket).key("-"))
                .toExternalForm());
        return originOf(object);
    }

    private static URI originOf(URI address) {
        return URI.create(address.getScheme() + "://" + address.getAuthority());
    }

    /**
     * Asks whether the bucket is there and ours to use.
     *
     * @throws StorageUnavailableException when the answer is no, or does not come within about a second
     */
    public void check() {
        ask(() -> clients.prober().headBucket(head -> head.bucket(bucket)));
    }
}
