package org.consilium.peer;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Keeps the files of photos in S3, and signs links to them. */
@Component
class PhotoStore {

    private static final Duration LINK_VALID = Duration.ofMinutes(10);
    private static final String ORIGINAL = "original.jpg";
    private static final String RENDITION = "1600.jpg";
    private static final String THUMBNAIL = "320.jpg";

    private final S3Client client;
    private final S3Presigner signer;
    private final String bucket;

    PhotoStore(S3Settings settings) {
        StaticCredentialsProvider credentials = StaticCredentialsProvider.create(
                AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
        client = S3Client.builder()
                .endpointOverride(settings.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .forcePathStyle(true)
                .build();
        signer = S3Presigner.builder()
                .endpointOverride(settings.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
        bucket = settings.bucket();
    }

    void put(String name, byte[] original, byte[] rendition, byte[] thumbnail) {
        put(key(name, ORIGINAL), original);
        put(key(name, RENDITION), rendition);
        put(key(name, THUMBNAIL), thumbnail);
    }

    String linkToRendition(String name) {
        return link(key(name, RENDITION));
    }

    String linkToThumbnail(String name) {
        return link(key(name, THUMBNAIL));
    }

    @PreDestroy
    void close() {
        client.close();
        signer.close();
    }

    private void put(String key, byte[] file) {
        client.putObject(
                put -> put.bucket(bucket).key(key).contentType("image/jpeg"), RequestBody.fromBytes(file));
    }

    private String link(String key) {
        return signer.presignGetObject(link -> link.signatureDuration(LINK_VALID)
                        .getObjectRequest(get -> get.bucket(bucket).key(key)))
                .url()
                .toString();
    }

    private static String key(String name, String file) {
        return "photos/" + name + "/" + file;
    }
}
