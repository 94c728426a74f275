package org.consilium.aws.stack;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudtrail.S3EventSelector;
import software.amazon.awscdk.services.cloudtrail.Trail;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.ObjectLockRetention;
import software.constructs.Construct;

/**
 * What happened, kept for six years (45 CFR 164.316(b)(2)(i)): who came to which address, who called which service of
 * AWS, and room for the anchors of the application's own audit trail, where nobody can change or delete what is
 * written.
 */
final class Logs extends Construct {

    private final LogGroups groups;
    private final Bucket access;
    private final Bucket anchors;
    private final LogGroup calls;
    private final Trail trail;

    Logs(Construct scope, Stage stage, Key key) {
        super(scope, "Logs");
        groups = new LogGroups(key);
        access = new AccessLogs(this).bucket();
        anchors = ClosedBucket.with(key, access, "s3/anchors/", this, "Anchors")
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

    /** Notes each look at and each change of an object in the bucket. */
    void watch(Bucket bucket) {
        trail.addS3EventSelector(
                List.of(S3EventSelector.builder().bucket(bucket).build()));
    }

    LogGroups groups() {
        return groups;
    }

    Bucket access() {
        return access;
    }

    Bucket anchors() {
        return anchors;
    }

    /** The trail's events, as they happen. */
    LogGroup calls() {
        return calls;
    }
}
