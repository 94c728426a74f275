package org.consilium.storage;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.encryption.s3.S3EncryptionClient;
import software.amazon.encryption.s3.materials.Keyring;

/** The clients of the object store, opened once. */
@ApplicationScoped
public class StorageClients {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PROBE = Duration.ofSeconds(1);

    @Inject
    private StorageConnection connection;

    @Inject
    private KeyWrapping wrapping;

    private S3Client worker;
    private S3Client prober;
    private S3Presigner presigner;
    private @Nullable S3Client encrypting;

    @SuppressWarnings("NullAway.Init") // the container fills the fields before anybody calls
    public StorageClients() {}

    @PostConstruct
    void open() {
        worker = connection.worker(CONNECT, READ, PATIENCE);
        prober = connection.prober(PROBE);
        presigner = connection.presigner();
    }

    @PreDestroy
    void close() {
        presigner.close();
        closeEncrypting();
        prober.close();
        worker.close();
    }

    /** For the work itself: an answer within 10 seconds. */
    S3Client worker() {
        return worker;
    }

    /** For objects that are encrypted here; made when it is first needed. */
    synchronized S3Client encrypting() {
        S3Client client = encrypting;
        if (client == null) {
            Keyring keyring = wrapping.keyring();
            client = S3EncryptionClient.builderV4()
                    .wrappedClient(worker)
                    .wrappedAsyncClient(connection.async(CONNECT, READ, PATIENCE))
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

    /** For one quick question: an answer within about a second. */
    S3Client prober() {
        return prober;
    }

    /** Signs links without asking the store. */
    S3Presigner presigner() {
        return presigner;
    }

    static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException failure) {
            throw new StorageUnavailableException(failure);
        }
    }
}
