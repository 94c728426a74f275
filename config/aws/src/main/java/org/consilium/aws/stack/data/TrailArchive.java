package org.consilium.aws.stack.data;

import java.util.List;
import org.consilium.aws.stack.logs.AccessLogs;
import org.consilium.aws.stack.logs.ClosedBucket;
import org.consilium.aws.stack.logs.Logs;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.ObjectLockRetention;
import software.constructs.Construct;

/**
 * The bucket for old days of the audit trail and for the anchors of its seals. Object Lock keeps anybody from changing
 * or deleting them for six years (45 CFR 164.316(b)(2)(i)), and the policy from hiding them.
 */
public final class TrailArchive extends Construct {

    /** What the keeper writes. */
    public static final String DAYS = "trail-archive/";
    /** What nodes write. */
    public static final String ANCHORS = "trail-anchor/";

    private final Bucket bucket;

    public TrailArchive(Construct scope, Stage stage, Key key, Logs logs) {
        super(scope, "TrailArchive");
        Duration kept = Duration.days(AccessLogs.DAYS_KEPT);
        bucket = ClosedBucket.with(key, logs.access(), "s3/trail-archive/", this, "Bucket")
                .objectLockEnabled(true)
                .objectLockDefaultRetention(
                        stage.hasPatientData()
                                ? ObjectLockRetention.compliance(kept)
                                : ObjectLockRetention.governance(kept))
                .lifecycleRules(List.of(AccessLogs.archive()))
                .build();
        // Object Lock keeps each version, and lets a marker hide them all
        bucket.addToResourcePolicy(PolicyStatement.Builder.create()
                .effect(Effect.DENY)
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("s3:DeleteObject"))
                .resources(List.of(bucket.arnForObjects("*")))
                .build());
    }

    public Bucket bucket() {
        return bucket;
    }
}
