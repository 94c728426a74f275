package org.consilium.aws.stack;

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

/** Who came to which address, kept for six years (45 CFR 164.316(b)(2)(i)). */
final class AccessLogs extends Construct {

    static final int DAYS_KEPT = 6 * 366;

    private static final int DAYS_AT_HAND = 90;

    private final Bucket bucket;

    AccessLogs(Construct scope) {
        super(scope, "Access");
        bucket = Bucket.Builder.create(this, "Bucket")
                // load balancer and S3 write with S3's own keys alone, and to no bucket that locks by default
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .versioned(true)
                // CloudFront writes by an access control list
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_PREFERRED)
                .lifecycleRules(List.of(archive()))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    /** For a bucket whose objects are looked at when something has happened, and are in nobody's way until then. */
    static LifecycleRule archive() {
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

    Bucket bucket() {
        return bucket;
    }
}
