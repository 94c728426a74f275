package org.consilium.storage;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The clients of the object store, opened once. */
@ApplicationScoped
public class StorageClients {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PROBE = Duration.ofSeconds(1);

    @Inject
    private StorageConnection connection;

    private S3Client worker;
    private S3Client prober;
    private S3Presigner presigner;

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
        prober.close();
        worker.close();
    }

    /** For the work itself: an answer within 10 seconds. */
    S3Client worker() {
        return worker;
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
