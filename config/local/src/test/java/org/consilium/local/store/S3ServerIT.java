package org.consilium.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.consilium.local.TestFolders;
import org.consilium.local.process.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3ServerIT {
    private Workspace workspace;
    private S3Server s3;

    @BeforeAll
    void start() throws IOException {
        workspace = Workspace.open(TestFolders.empty("s3"));
        s3 = S3Server.start(workspace);
        s3.awaitReady();
    }

    @AfterAll
    void stop() {
        workspace.close();
    }

    @Test
    void acceptsTheRightSecret() {
        Bucket bucket = s3.createBucket("images-kept");
        try (S3Client client = BucketClient.of(bucket)) {
            put(client, bucket, "an image");
            assertThat(client.getObjectAsBytes(get -> get.bucket(bucket.name()).key("a/original"))
                            .asUtf8String())
                    .isEqualTo("an image");
        }
    }

    @Test
    void refusesAWrongSecret() {
        Bucket bucket = s3.createBucket("images-wrong");
        Bucket wrong = new Bucket(
                bucket.endpoint(),
                bucket.name(),
                bucket.accessKey(),
                "guessed",
                bucket.keyFile(),
                bucket.sealKeyFile());
        try (S3Client client = BucketClient.of(wrong)) {
            assertThatThrownBy(() -> put(client, wrong, "an image"))
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
        }
    }

    @Test
    void refusesARequestWithoutASignature() throws IOException, InterruptedException {
        Bucket bucket = s3.createBucket("images-unsigned");
        try (S3Client client = BucketClient.of(bucket)) {
            put(client, bucket, "an image");
        }
        URI object = bucket.endpoint().resolve("/" + bucket.name() + "/a/original");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(object).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("an image");
    }

    private static void put(S3Client client, Bucket bucket, String content) {
        client.putObject(
                put -> put.bucket(bucket.name()).key("a/original").contentType("image/jpeg"),
                RequestBody.fromString(content));
    }
}
