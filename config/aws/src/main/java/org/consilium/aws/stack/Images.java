package org.consilium.aws.stack;

import java.util.List;
import java.util.Map;
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

/** The bucket of the patients' images: encrypted with the hospital's key or refused, and never public. */
final class Images extends Construct {

    /** What browsers send lies here until it is checked. */
    static final String INCOMING = "incoming/";

    private static final int DAYS_OF_INCOMING = 2;
    private static final int DAYS_OF_DELETED = 35;

    private final Bucket bucket;

    Images(Construct scope, Stage stage, Key key, Logs logs) {
        super(scope, "Images");
        bucket = ClosedBucket.with(key, logs.access(), "s3/images/", this, "Bucket")
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
        logs.watch(bucket);
    }

    /** No rule touches an image that a message may refer to: those lie outside of {@link #INCOMING}. */
    private static List<LifecycleRule> rules() {
        return List.of(
                LifecycleRule.builder()
                        .id("unfinished-uploads")
                        .abortIncompleteMultipartUploadAfter(Duration.days(DAYS_OF_INCOMING))
                        .build(),
                LifecycleRule.builder()
                        .id("incoming")
                        .prefix(INCOMING)
                        .expiration(Duration.days(DAYS_OF_INCOMING))
                        .noncurrentVersionExpiration(Duration.days(1))
                        .build(),
                LifecycleRule.builder()
                        .id("deleted")
                        .noncurrentVersionExpiration(Duration.days(DAYS_OF_DELETED))
                        .expiredObjectDeleteMarker(true)
                        .build());
    }

    /** Whoever names no way gets the bucket's own, which is the one that is asked for. */
    private PolicyStatement refuse(String condition, String allowed) {
        // an operator with Not is also true of what is not there
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

    Bucket bucket() {
        return bucket;
    }
}
