package org.consilium.storage;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/**
 * Signs links to objects in S3 (Signature Version 4 in the query). A page has many links: the signer alone, which keeps
 * the key that it derives for a day, costs a tenth of the SDK's presigner, which sends each link through a client.
 */
final class StoreLinks {

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final AwsCredentialsProvider credentials;
    private final String region;
    private final URI bucket;
    private final Clock clock;

    /** @param bucket the address of the bucket, with a slash at its end */
    StoreLinks(AwsCredentialsProvider credentials, String region, URI bucket, Clock clock) {
        this.credentials = credentials;
        this.region = region;
        this.bucket = bucket;
        this.clock = clock;
    }

    /** A link by which anyone reads an object; the answer has the content type and is not kept anywhere. */
    URI link(String key, Duration lifetime, String contentType) {
        SdkHttpRequest object = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(bucket.resolve(key))
                .putRawQueryParameter("response-cache-control", "private, no-store")
                .putRawQueryParameter("response-content-disposition", "inline")
                .putRawQueryParameter("response-content-type", contentType)
                .build();
        AwsCredentials identity = credentials.resolveCredentials();
        return signer.sign(request -> request.identity(identity)
                        .request(object)
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, lifetime)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request()
                .getUri();
    }
}
