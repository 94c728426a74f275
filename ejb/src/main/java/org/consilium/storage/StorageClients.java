package org.consilium.storage;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.encryption.s3.S3EncryptionClient;
import software.amazon.encryption.s3.materials.Keyring;

/** The S3 clients, which share their connections. */
@ApplicationScoped
public class StorageClients {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(1);

    @Inject
    private StorageConnection connection;

    @Inject
    private DataKeys dataKeys;

    private S3Client worker;
    private S3Client prober;
    private S3Presigner presigner;
    private @Nullable S3Client encrypting;

    @SuppressWarnings("NullAway.Init") // the container sets the fields before the first call
    public StorageClients() {}

    @PostConstruct
    void open() {
        worker = connection.worker(CONNECT_TIMEOUT, READ_TIMEOUT, CALL_TIMEOUT);
        prober = connection.prober(PROBE_TIMEOUT);
        presigner = connection.presigner();
    }

    @PreDestroy
    void close() {
        presigner.close();
        closeEncrypting();
        prober.close();
        worker.close();
    }

    /** The client for regular calls: it answers or fails within 10 seconds. */
    S3Client worker() {
        return worker;
    }

    /** The client that encrypts and decrypts objects itself; created on first use. */
    synchronized S3Client encrypting() {
        S3Client client = encrypting;
        if (client == null) {
            Keyring keyring = dataKeys.keyring();
            client = S3EncryptionClient.builderV4()
                    .wrappedClient(worker)
                    .wrappedAsyncClient(connection.async(CONNECT_TIMEOUT, READ_TIMEOUT, CALL_TIMEOUT))
                    .keyring(keyring)
                    .build();
            encrypting = client;
        }
        return client;
    }

    private synchronized void closeEncrypting() {
        if (encrypting != null) {
            encrypting.close();
        }
    }

    /** The client for health checks: it answers or fails within about a second. */
    S3Client prober() {
        return prober;
    }

    /** The address of a bucket, with a slash at its end. */
    URI addressOf(String bucket) {
        String object =
                worker.utilities().getUrl(url -> url.bucket(bucket).key("-")).toExternalForm();
        return URI.create(object.substring(0, object.length() - 1));
    }

    /** Signs links to the parts of uploads, without calling the store. */
    S3Presigner presigner() {
        return presigner;
    }
}
