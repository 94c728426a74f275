package org.consilium.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Where the object store is and how patiently it is spoken to; who speaks comes from the SDK's credential chain. */
@ApplicationScoped
public class StorageConnection {

    private static final int EVENT_LOOPS = 2;
    private static final Duration KMS_PATIENCE = Duration.ofSeconds(3);

    @Inject
    @ConfigProperty(name = "consilium.storage.endpoint")
    private Optional<URI> endpoint;

    @Inject
    @ConfigProperty(name = "consilium.storage.region")
    private String region;

    @Inject
    @ConfigProperty(name = "consilium.storage.path-style")
    private boolean pathStyle;

    /** A client for the work itself: a failed call is tried again within {@code patience}. */
    S3Client worker(Duration connect, Duration read, Duration patience) {
        return client(connect, read, patience, 3);
    }

    /** A client for one quick question: a failed call has failed. */
    S3Client prober(Duration patience) {
        return client(patience, patience, patience, 1);
    }

    S3Presigner presigner() {
        S3Presigner.Builder presigner = S3Presigner.builder()
                .region(Region.of(region))
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(pathStyle)
                        .build());
        endpoint.ifPresent(presigner::endpointOverride);
        return presigner.build();
    }

    /** What the encrypting client sends by; it needs one that does not wait. */
    S3AsyncClient async(Duration connect, Duration read, Duration patience) {
        var client = S3AsyncClient.builder()
                .region(Region.of(region))
                .forcePathStyle(pathStyle)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .connectionTimeout(connect)
                        .readTimeout(read)
                        .writeTimeout(read)
                        .eventLoopGroupBuilder(SdkEventLoopGroup.builder().numberOfThreads(EVENT_LOOPS)))
                .overrideConfiguration(calls -> calls.apiCallTimeout(patience));
        endpoint.ifPresent(client::endpointOverride);
        return client.build();
    }

    /** The keys of the hospital in KMS, in the region of the bucket. */
    KmsClient kms() {
        return KmsClient.builder()
                .region(Region.of(region))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(KMS_PATIENCE)
                        .socketTimeout(KMS_PATIENCE))
                .overrideConfiguration(calls -> calls.apiCallTimeout(KMS_PATIENCE.multipliedBy(2)))
                .build();
    }

    /**
     * What is sent is signed as a whole and sent as it is. A body cut into signed chunks has an end that some S3
     * look-alikes do not wait for: they answer, and close the connection under it.
     */
    private S3Client client(Duration connect, Duration read, Duration patience, int attempts) {
        var client = S3Client.builder()
                .region(Region.of(region))
                .forcePathStyle(pathStyle)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(connect)
                        .socketTimeout(read))
                .overrideConfiguration(calls ->
                        calls.apiCallTimeout(patience).retryStrategy(retries -> retries.maxAttempts(attempts)));
        endpoint.ifPresent(client::endpointOverride);
        return client.build();
    }
}
