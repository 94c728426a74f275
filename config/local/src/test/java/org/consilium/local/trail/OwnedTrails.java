package org.consilium.local.trail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.consilium.local.TestFolders;
import org.consilium.local.database.MariaDb;
import org.consilium.local.process.Workspace;
import org.consilium.local.store.Bucket;
import org.consilium.local.store.BucketClient;
import org.consilium.local.store.S3Server;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A database server and an S3 server for the tests of a class, each of which has a trail of its own there. */
final class OwnedTrails implements BeforeAllCallback, AfterAllCallback {
    private static final String BUCKET = "trail-";

    private Workspace workspace;
    private MariaDb mariaDb;
    private S3Server s3;

    @SuppressWarnings("NullAway.Init") // JUnit starts them before the first test
    OwnedTrails() {}

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        workspace = Workspace.open(
                TestFolders.empty("trail-" + context.getRequiredTestClass().getSimpleName()));
        mariaDb = MariaDb.start(workspace);
        s3 = S3Server.start(workspace);
        mariaDb.awaitReady();
        s3.awaitReady();
        Bucket any = s3.createBucket("any");
        System.setProperty("aws.accessKeyId", any.accessKey());
        System.setProperty("aws.secretAccessKey", any.secretKey());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        workspace.close();
    }

    OwnedTrail trail(String name) {
        return new OwnedTrail(mariaDb, bucket(name), name);
    }

    /** The archive of a trail. */
    Bucket bucket(String name) {
        return s3.createBucket(BUCKET + name);
    }

    List<S3Object> objects(String name) {
        Bucket bucket = bucket(name);
        try (S3Client client = BucketClient.of(bucket)) {
            return client.listObjectsV2(list -> list.bucket(bucket.name())).contents();
        }
    }

    /** Of a compressed file. */
    List<String> lines(String name, String key) throws IOException {
        Bucket bucket = bucket(name);
        try (S3Client client = BucketClient.of(bucket);
                GZIPInputStream content = new GZIPInputStream(
                        client.getObject(get -> get.bucket(bucket.name()).key(key)))) {
            return new String(content.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }
}
