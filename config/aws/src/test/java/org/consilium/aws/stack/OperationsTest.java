package org.consilium.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

@NeedsNode
class OperationsTest {

    @Test
    void everyAlarmTellsWhenItBeginsAndEnds() {
        assertThat(Cloud.all("AWS::CloudWatch::Alarm")).hasSizeGreaterThan(12).allSatisfy(alarm -> {
            assertThat(alarm.at("Properties", "AlarmActions").toString()).contains("OperationsTopic");
            assertThat(alarm.at("Properties", "OKActions").toString()).contains("OperationsTopic");
            assertThat(alarm.at("Properties", "AlarmDescription").text()).isNotBlank();
        });
    }

    @Test
    void alarmsWatchEveryTier() {
        List<String> metrics = Cloud.all("AWS::CloudWatch::Alarm").stream()
                .map(alarm -> alarm.at("Properties", "MetricName").text())
                .toList();

        assertThat(metrics)
                .contains(
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
                        "Root",
                        "Operator",
                        "DatabaseAdministrator");
    }

    @Test
    void onePageShowsItAll() {
        assertThat(Cloud.all("AWS::CloudWatch::Dashboard")).hasSize(1);
    }

    @Test
    void costIsWatched() {
        Json budget = Cloud.only("AWS::Budgets::Budget");

        assertThat(Double.parseDouble(
                        budget.at("Budget", "BudgetLimit", "Amount").text()))
                .isGreaterThan(Cloud.plan().cost().dollars());
        assertThat(budget.at("Budget", "CostFilters").toString()).contains("consilium:stage$example");
        assertThat(budget.at("NotificationsWithSubscribers").elements()).hasSize(2);
    }

    @Test
    void theTrailHoldsEverythingForSixYearsAndNobodyCanChangeIt() {
        Json trail = Cloud.only("AWS::CloudTrail::Trail");
        Json anchors = Cloud.at("AWS::S3::Bucket", "Logs/Anchors");

        assertThat(trail.at("EnableLogFileValidation").text()).isEqualTo("true");
        assertThat(trail.at("IsMultiRegionTrail").text()).isEqualTo("true");
        assertThat(trail.at("KMSKeyId").toString()).contains("KeysLogs");
        assertThat(trail.at("S3BucketName").toString()).contains("LogsAnchors");
        assertThat(anchors.at("ObjectLockEnabled").text()).isEqualTo("true");
        assertThat(anchors.at("ObjectLockConfiguration", "Rule", "DefaultRetention", "Mode")
                        .text())
                .isEqualTo("COMPLIANCE");
        assertThat(Integer.parseInt(anchors.at("ObjectLockConfiguration", "Rule", "DefaultRetention", "Days")
                        .text()))
                .isGreaterThanOrEqualTo(6 * 365);
    }

    /** Without them the services' calls are refused, and with them the stack. */
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
        assertThat(Cloud.all("AWS::Logs::LogGroup")).isNotEmpty().allSatisfy(group -> {
            assertThat(group.at("Properties", "KmsKeyId").toString()).contains("KeysLogs");
            assertThat(Integer.parseInt(
                            group.at("Properties", "RetentionInDays").text()))
                    .isGreaterThanOrEqualTo(6 * 365);
        });
    }

    @Test
    void keysAreTurnedOverEachYearAndKept() {
        assertThat(Cloud.all("AWS::KMS::Key")).hasSize(2).allSatisfy(key -> {
            assertThat(key.at("Properties", "EnableKeyRotation").text()).isEqualTo("true");
            assertThat(key.at("DeletionPolicy").text()).isEqualTo("Retain");
        });
    }

    @Test
    void copiesOfDatabaseAndImagesCannotBeDeletedEarly() {
        Json vault = Cloud.only("AWS::Backup::BackupVault");
        Json plan = Cloud.only("AWS::Backup::BackupPlan").at("BackupPlan");

        assertThat(vault.at("LockConfiguration", "MinRetentionDays").text()).isEqualTo("35");
        assertThat(vault.at("LockConfiguration", "ChangeableForDays").text()).isEqualTo("3");
        assertThat(vault.at("EncryptionKeyArn").toString()).contains("KeysData");
        assertThat(plan.at("BackupPlanRule", 0, "EnableContinuousBackup").text())
                .isEqualTo("true");
        assertThat(Cloud.only("AWS::Backup::BackupSelection")
                        .at("BackupSelection", "Resources")
                        .toString())
                .contains("DatabasePrimary", "ImagesBucket");
    }
}
