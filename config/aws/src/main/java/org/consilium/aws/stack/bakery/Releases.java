package org.consilium.aws.stack.bakery;

import java.util.List;
import org.consilium.aws.stack.logs.AccessLogs;
import org.consilium.aws.stack.logs.ClosedBucket;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** The bucket with the release to build, the public keys that verify what is installed, and the manifests of builds. */
final class Releases extends Construct {

    /** The release as a git bundle: {@code git bundle create consilium.bundle HEAD}. */
    static final String BUNDLE = "consilium.bundle";

    static final String KEYS = "keys/";
    static final String MANIFESTS = "manifests/";

    private static final int NONCURRENT_DAYS = 366;

    private final Bucket bucket;

    Releases(Construct scope, Key key) {
        super(scope, "Releases");
        bucket = ClosedBucket.with(key, new AccessLogs(this).bucket(), "s3/releases/", this, "Bucket")
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("former")
                        .noncurrentVersionExpiration(Duration.days(NONCURRENT_DAYS))
                        .abortIncompleteMultipartUploadAfter(Duration.days(2))
                        .build()))
                .build();
    }

    Bucket bucket() {
        return bucket;
    }
}
