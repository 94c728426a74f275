package org.consilium.aws.stack;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
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
        bucket = ClosedBucket.with(key, new AccessLogs(this).bucket(), "s3/releases/", this, "Bucket")
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("former")
                        .noncurrentVersionExpiration(Duration.days(DAYS_OF_FORMER))
                        .abortIncompleteMultipartUploadAfter(Duration.days(2))
                        .build()))
                .build();
    }

    Bucket bucket() {
        return bucket;
    }
}
