package org.consilium.storage;

import static org.consilium.storage.StorageCalls.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.encryption.s3.S3EncryptionClientException;

/** Stores objects that are too large for the database, in one S3 bucket. */
@ApplicationScoped
public class ObjectStore {

    @Inject
    private StorageClients clients;

    @Inject
    private StorageEncryption encryption;

    @Inject
    @ConfigProperty(name = "consilium.storage.bucket")
    private String bucket;

    @SuppressWarnings("NullAway.Init") // the container sets the fields before the first call
    public ObjectStore() {}

    /**
     * Stores an object, either completely or not at all.
     *
     * @throws StorageUnavailableException if the store does not confirm within 10 seconds
     */
    public void put(String key, String contentType, byte[] bytes, ObjectEncryption encrypted) {
        call(() -> client(encrypted)
                .putObject(
                        put -> encryption
                                .encrypt(put, encrypted)
                                .bucket(bucket)
                                .key(key)
                                .contentType(contentType),
                        RequestBody.fromBytes(bytes)));
    }

    /**
     * Copies an object within the store, without reading its bytes.
     *
     * @param encrypted encryption of the copy: one that the store itself can apply
     * @throws StorageUnavailableException if the store does not confirm
     */
    public void copy(String from, String key, String contentType, ObjectEncryption encrypted) {
        call(() -> clients.worker()
                .copyObject(copy -> encryption
                        .encrypt(copy, encrypted)
                        .sourceBucket(bucket)
                        .sourceKey(from)
                        .destinationBucket(bucket)
                        .destinationKey(key)
                        .metadataDirective(MetadataDirective.REPLACE)
                        .contentType(contentType)));
    }

    /**
     * Reads an object, or its first {@code most} bytes; empty if there is none.
     *
     * @throws StorageUnavailableException if the store does not return it
     */
    public Optional<byte[]> read(String key, int most, ObjectEncryption encrypted) {
        return call(() -> {
            try {
                return Optional.of(client(encrypted)
                        .getObject(
                                get -> encryption
                                        .decrypt(get, encrypted)
                                        .bucket(bucket)
                                        .key(key),
                                ResponseTransformer.unmanaged((answer, content) -> content.readNBytes(most))));
            } catch (NoSuchKeyException missing) {
                return Optional.empty();
            } catch (S3EncryptionClientException failure) {
                if (failure.getCause() instanceof NoSuchKeyException) {
                    return Optional.empty();
                }
                throw failure;
            }
        });
    }

    private S3Client client(ObjectEncryption encrypted) {
        return encrypted.mode() == EncryptionMode.CLIENT ? clients.encrypting() : clients.worker();
    }

    /**
     * The keys that begin with a prefix, in their order.
     *
     * @param most 1,000 at most
     * @throws StorageUnavailableException if the store does not answer
     */
    public List<String> list(String prefix, int most) {
        return call(() ->
                clients
                        .worker()
                        .listObjectsV2(
                                list -> list.bucket(bucket).prefix(prefix).maxKeys(most))
                        .contents()
                        .stream()
                        .map(S3Object::key)
                        .toList());
    }

    /**
     * Deletes objects; a key without an object is not an error.
     *
     * @throws StorageUnavailableException if the store does not confirm: some may be deleted, and it is safe to try
     *     again
     */
    public void delete(Collection<String> keys) {
        for (String key : keys) {
            call(() -> clients.worker()
                    .deleteObject(delete -> delete.bucket(bucket).key(key)));
        }
    }

    /**
     * Checks that the bucket exists and that this application may use it.
     *
     * @throws StorageUnavailableException if not, or if the store does not answer within about a second
     */
    public void check() {
        call(() -> clients.prober().headBucket(head -> head.bucket(bucket)));
    }
}
