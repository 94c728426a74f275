package org.consilium.aws.stack.logs;

import java.util.List;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudtrail.S3EventSelector;
import software.amazon.awscdk.services.cloudtrail.Trail;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.ObjectLockRetention;
import software.constructs.Construct;

/**
 * Logs that are kept for six years (45 CFR 164.316(b)(2)(i)): access logs, and the trail of AWS calls, which Object
 * Lock keeps anybody from changing or deleting.
 */
public final class Logs extends Construct {

    private final LogGroups groups;
    private final Bucket access;
    private final LogGroup calls;
    private final Trail trail;

    public Logs(Construct scope, Stage stage, Key key) {
        super(scope, "Logs");
        groups = new LogGroups(key);
        access = new AccessLogs(this).bucket();
        Bucket anchors = ClosedBucket.with(key, access, "s3/anchors/", this, "Anchors")
                .objectLockEnabled(true)
                .objectLockDefaultRetention(
                        stage.hasPatientData()
                                ? ObjectLockRetention.compliance(Duration.days(AccessLogs.DAYS_KEPT))
                                : ObjectLockRetention.governance(Duration.days(AccessLogs.DAYS_KEPT)))
                .lifecycleRules(List.of(AccessLogs.archive()))
                .build();
        calls = groups.make(this, "TrailEvents");
        trail = Trail.Builder.create(this, "Trail")
                .bucket(anchors)
                .s3KeyPrefix("cloudtrail")
                .encryptionKey(key)
                .enableFileValidation(true)
                .isMultiRegionTrail(true)
                .includeGlobalServiceEvents(true)
                .sendToCloudWatchLogs(true)
                .cloudWatchLogGroup(calls)
                .build();
    }

    /** Logs every read and write of an object in the bucket. */
    public void watch(Bucket bucket) {
        trail.addS3EventSelector(
                List.of(S3EventSelector.builder().bucket(bucket).build()));
    }

    public LogGroups groups() {
        return groups;
    }

    public Bucket access() {
        return access;
    }

    /** The events of the trail as they happen. */
    public LogGroup calls() {
        return calls;
    }
}
