package org.consilium.aws.stack.logs;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;
import software.constructs.Construct;

/** The bucket for access logs, which are kept for six years (45 CFR 164.316(b)(2)(i)). */
public final class AccessLogs extends Construct {

    public static final int DAYS_KEPT = 6 * 366;

    private static final int DAYS_AT_HAND = 90;

    private final Bucket bucket;

    public AccessLogs(Construct scope) {
        super(scope, "Access");
        bucket = Bucket.Builder.create(this, "Bucket")
                // load balancers and S3 support neither a KMS key nor Object Lock for the bucket they write logs to
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .versioned(true)
                // CloudFront needs an access control list to write
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_PREFERRED)
                .lifecycleRules(List.of(archive()))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    /** The lifecycle of objects that are read only after an incident. */
    public static LifecycleRule archive() {
        return LifecycleRule.builder()
                .id("archive")
                .transitions(List.of(Transition.builder()
                        .storageClass(StorageClass.GLACIER_INSTANT_RETRIEVAL)
                        .transitionAfter(Duration.days(DAYS_AT_HAND))
                        .build()))
                .expiration(Duration.days(DAYS_KEPT))
                .noncurrentVersionExpiration(Duration.days(DAYS_KEPT))
                .abortIncompleteMultipartUploadAfter(Duration.days(2))
                .build();
    }

    public Bucket bucket() {
        return bucket;
    }
}
