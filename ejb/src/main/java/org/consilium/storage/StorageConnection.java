package org.consilium.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
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

/** Creates AWS clients with address, region and timeouts; the credentials come from the SDK's default chain. */
@ApplicationScoped
public class StorageConnection {

    private static final int EVENT_LOOPS = 2;
    private static final Duration KMS_TIMEOUT = Duration.ofSeconds(3);

    @Inject
    @ConfigProperty(name = "consilium.storage.endpoint")
    private Optional<URI> endpoint;

    @Inject
    @ConfigProperty(name = "consilium.storage.region")
    private String region;

    @Inject
    @ConfigProperty(name = "consilium.storage.path-style")
    private boolean pathStyle;

    @Inject
    private Clock clock;

    /** A client for regular calls, which retries a failed call within {@code timeout}. */
    S3Client worker(Duration connect, Duration read, Duration timeout) {
        return client(connect, read, timeout, 3);
    }

    /** A client for health checks, which does not retry. */
    S3Client prober(Duration timeout) {
        return client(timeout, timeout, timeout, 1);
    }

    StoreLinks links(URI bucket) {
        return new StoreLinks(DefaultCredentialsProvider.builder().build(), region, bucket, clock);
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

    /** The asynchronous client that the encrypting client requires. */
    S3AsyncClient async(Duration connect, Duration read, Duration timeout) {
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
                .overrideConfiguration(calls -> calls.apiCallTimeout(timeout));
        endpoint.ifPresent(client::endpointOverride);
        return client.build();
    }

    /** A client of KMS in the bucket's region. */
    KmsClient kms() {
        return KmsClient.builder()
                .region(Region.of(region))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(KMS_TIMEOUT)
                        .socketTimeout(KMS_TIMEOUT))
                .overrideConfiguration(calls -> calls.apiCallTimeout(KMS_TIMEOUT.multipliedBy(2)))
                .build();
    }

    /**
     * Signs each body as a whole instead of in chunks: some S3-compatible stores answer before the last chunk and close
     * the connection while it is being sent.
     */
    private S3Client client(Duration connect, Duration read, Duration timeout, int attempts) {
        var client = S3Client.builder()
                .region(Region.of(region))
                .forcePathStyle(pathStyle)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(connect)
                        .socketTimeout(read))
                .overrideConfiguration(
                        calls -> calls.apiCallTimeout(timeout).retryStrategy(retries -> retries.maxAttempts(attempts)));
        endpoint.ifPresent(client::endpointOverride);
        return client.build();
    }
}
