package org.consilium.aws.stack.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consilium.aws.capacity.cost.CostEstimate;
import org.consilium.aws.capacity.cost.Prices;
import org.consilium.aws.stack.Cloud;
import org.consilium.aws.stack.Json;
import org.consilium.aws.stack.NeedsNode;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

@NeedsNode
class OperationsTest {

    private static final String ALARM = "AWS::CloudWatch::Alarm";
    private static final int SIX_YEARS = 6 * 365;

    @Test
    void everyAlarmNotifiesWhenItStartsAndEnds() {
        assertThat(Cloud.all(ALARM)).hasSizeGreaterThan(12);
        Cloud.all(
                ALARM,
                Map.of(
                        "AlarmActions", List.of(Cloud.ref("OperationsTopic")),
                        "OKActions", List.of(Cloud.ref("OperationsTopic")),
                        "AlarmDescription", Match.stringLikeRegexp("\\S")));
    }

    @Test
    void alarmsWatchEveryTier() {
        for (String metric : List.of(
                "HTTPCode_Target_5XX_Count",
                "HTTPCode_ELB_5XX_Count",
                "TargetResponseTime",
                "UnHealthyHostCount",
                "GroupInServiceInstances",
                "CPUUtilization",
                "FreeStorageSpace",
                "ReplicaLag",
                "EngineCPUUtilization",
                "DatabaseMemoryUsagePercentage",
                "NumberOfBackupJobsFailed",
                "Severe",
                "Reputation.BounceRate",
                "Reputation.ComplaintRate",
                "Root",
                "Operator",
                "DatabaseAdministrator",
                "TrailOwner",
                "TrailTask",
                "TrailDaysMissing",
                "TrailDaysNotArchived",
                "TrailSevere")) {
            Cloud.template().hasResourceProperties(ALARM, Map.of("MetricName", metric));
        }
    }

    @Test
    void oneDashboardShowsEverything() {
        Cloud.template().resourceCountIs("AWS::CloudWatch::Dashboard", 1);
    }

    @Test
    void costIsWatched() {
        Json budget = Cloud.only("AWS::Budgets::Budget");

        assertThat((double) budget.at("Budget", "BudgetLimit", "Amount").number())
                .isGreaterThan(CostEstimate.of(Cloud.plan(), Prices.committed()).dollars());
        assertThat(budget.at("Budget", "CostFilters").toString()).contains("consilium:stage$example");
        assertThat(budget.at("NotificationsWithSubscribers").elements()).hasSize(2);
    }

    @Test
    void theTrailKeepsEverythingForSixYearsAndNobodyCanChangeIt() {
        String bucket = "AWS::S3::Bucket";
        String anchors = "Logs/Anchors/Resource";

        Cloud.all(
                "AWS::CloudTrail::Trail",
                Map.of(
                        "EnableLogFileValidation",
                        true,
                        "IsMultiRegionTrail",
                        true,
                        "KMSKeyId",
                        Cloud.arn("KeysLogs"),
                        "S3BucketName",
                        Cloud.ref("LogsAnchors")));
        Cloud.has(
                bucket,
                anchors,
                Map.of(
                        "ObjectLockEnabled",
                        true,
                        "ObjectLockConfiguration",
                        Map.of("Rule", Map.of("DefaultRetention", Map.of("Mode", "COMPLIANCE")))));
        assertThat(Cloud.at(bucket, anchors)
                        .at("ObjectLockConfiguration", "Rule", "DefaultRetention", "Days")
                        .number())
                .isGreaterThanOrEqualTo(SIX_YEARS);
    }

    /** Otherwise the calls of these services fail, and the deployment with them. */
    @Test
    void servicesMayWriteWithTheKeyOfTheLogs() {
        String policy = Cloud.at("AWS::KMS::Key", "Keys/Logs").at("KeyPolicy").toString();

        assertThat(policy)
                .contains("cloudtrail.amazonaws.com", "kms:EncryptionContext:aws:cloudtrail:arn")
                .contains("logs.us-east-1.amazonaws.com", "cloudwatch.amazonaws.com", "budgets.amazonaws.com")
                .contains("AWSServiceRoleForAutoScaling");
    }

    @Test
    void everyLogIsEncryptedAndKeptForSixYears() {
        Cloud.all("AWS::Logs::LogGroup", Map.of("KmsKeyId", Cloud.arn("KeysLogs")));
        assertThat(Cloud.all("AWS::Logs::LogGroup"))
                .allSatisfy(group -> assertThat(
                                group.at("Properties", "RetentionInDays").number())
                        .isGreaterThanOrEqualTo(SIX_YEARS));
    }

    @Test
    void keysAreRotatedEachYearAndRetained() {
        Cloud.template().resourceCountIs("AWS::KMS::Key", 3);
        Cloud.template().allResources("AWS::KMS::Key", Map.of("DeletionPolicy", "Retain"));
        for (String key : List.of("Keys/Data/Resource", "Keys/Logs/Key/Resource")) {
            Cloud.has("AWS::KMS::Key", key, Map.of("EnableKeyRotation", true));
        }
    }

    /** KMS rotates no key that signs: what it has signed is verified by its public key. */
    @Test
    void sealsAreSignedByAKeyThatNeverLeavesKms() {
        Cloud.has(
                "AWS::KMS::Key", "Keys/Seals/Resource", Map.of("KeySpec", "ECC_NIST_P256", "KeyUsage", "SIGN_VERIFY"));
    }

    @Test
    void backupsOfDatabaseAndImagesCannotBeDeletedEarly() {
        Cloud.all(
                "AWS::Backup::BackupVault",
                Map.of(
                        "LockConfiguration",
                        Map.of("MinRetentionDays", 35, "ChangeableForDays", 3),
                        "EncryptionKeyArn",
                        Cloud.arn("KeysData")));
        Cloud.all(
                "AWS::Backup::BackupPlan",
                Map.of(
                        "BackupPlan",
                        Map.of(
                                "BackupPlanRule",
                                Cloud.containing(Match.objectLike(Map.of("EnableContinuousBackup", true))))));
        assertThat(Cloud.only("AWS::Backup::BackupSelection")
                        .at("BackupSelection", "Resources")
                        .toString())
                .contains("DatabasePrimary", "ImagesBucket");
    }
}
