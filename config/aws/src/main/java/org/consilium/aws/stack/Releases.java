package org.consilium.aws.stack;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** The release that images are baked from, the public keys that what they get is signed by, and what has been baked. */
final class Releases extends Construct {

    /** As git packs a commit: {@code git bundle create consilium.bundle HEAD}. */
    static final String BUNDLE = "consilium.bundle";

    static final String KEYS = "keys/";
    static final String MANIFESTS = "manifests/";

    private static final int DAYS_OF_FORMER = 366;

    private final Bucket bucket;

    Releases(Construct scope, Key key) {
        super(scope, "Releases");
        bucket = Bucket.Builder.create(this, "Bucket")
                .encryption(BucketEncryption.KMS)
                .encryptionKey(key)
                .bucketKeyEnabled(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .versioned(true)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("former")
                        .noncurrentVersionExpiration(Duration.days(DAYS_OF_FORMER))
                        .abortIncompleteMultipartUploadAfter(Duration.days(2))
                        .build()))
                .serverAccessLogsBucket(new AccessLogs(this).bucket())
                .serverAccessLogsPrefix("s3/releases/")
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    Bucket bucket() {
        return bucket;
    }
}
