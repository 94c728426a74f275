package org.consilium.aws.stack.data;

import java.util.List;
import java.util.Map;
import org.consilium.aws.stack.logs.ClosedBucket;
import org.consilium.aws.stack.logs.Logs;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** The bucket for patients' images. It refuses what is not encrypted with the hospital's key, and is never public. */
public final class Images extends Construct {

    /** The prefix of uploads that have not been checked yet. */
    static final String INCOMING = "incoming/";

    private static final int INCOMING_DAYS = 2;
    private static final int DELETED_DAYS = 35;

    private final Bucket bucket;

    public Images(Construct scope, Stage stage, Key key, Logs logs) {
        super(scope, "Images");
        bucket = ClosedBucket.with(key, this, "Bucket")
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .cors(List.of(CorsRule.builder()
                        .allowedOrigins(List.of("https://" + stage.domain()))
                        .allowedMethods(List.of(HttpMethods.PUT))
                        .allowedHeaders(List.of("x-amz-checksum-sha256"))
                        .maxAge(3000)
                        .build()))
                .lifecycleRules(rules())
                .build();
        bucket.addToResourcePolicy(refuse("s3:x-amz-server-side-encryption", "aws:kms"));
        bucket.addToResourcePolicy(refuse("s3:x-amz-server-side-encryption-aws-kms-key-id", key.getKeyArn()));
        bucket.addToResourcePolicy(
                deny(Map.of("Null", Map.of("s3:x-amz-server-side-encryption-customer-algorithm", "false"))));
        // every read and write; the bucket's own log would contain the queries of signed links
        logs.watch(bucket);
    }

    /** No rule expires an image that a message may refer to: those are not under {@link #INCOMING}. */
    private static List<LifecycleRule> rules() {
        return List.of(
                LifecycleRule.builder()
                        .id("unfinished-uploads")
                        .abortIncompleteMultipartUploadAfter(Duration.days(INCOMING_DAYS))
                        .build(),
                LifecycleRule.builder()
                        .id("incoming")
                        .prefix(INCOMING)
                        .expiration(Duration.days(INCOMING_DAYS))
                        .noncurrentVersionExpiration(Duration.days(1))
                        .build(),
                LifecycleRule.builder()
                        .id("deleted")
                        .noncurrentVersionExpiration(Duration.days(DELETED_DAYS))
                        .expiredObjectDeleteMarker(true)
                        .build());
    }

    /** A request without the header is encrypted by the bucket's default, which is the allowed value. */
    private PolicyStatement refuse(String condition, String allowed) {
        // StringNotEquals is also true when the header is missing
        return deny(Map.of(
                "Null", Map.of(condition, "false"),
                "StringNotEquals", Map.of(condition, allowed)));
    }

    private PolicyStatement deny(Map<String, Object> conditions) {
        return PolicyStatement.Builder.create()
                .effect(Effect.DENY)
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("s3:PutObject"))
                .resources(List.of(bucket.arnForObjects("*")))
                .conditions(conditions)
                .build();
    }

    public Bucket bucket() {
        return bucket;
    }
}
