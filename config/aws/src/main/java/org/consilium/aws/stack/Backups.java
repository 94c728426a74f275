package org.consilium.aws.stack;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.backup.BackupPlan;
import software.amazon.awscdk.services.backup.BackupPlanRule;
import software.amazon.awscdk.services.backup.BackupResource;
import software.amazon.awscdk.services.backup.BackupSelectionOptions;
import software.amazon.awscdk.services.backup.BackupVault;
import software.amazon.awscdk.services.backup.LockConfiguration;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * Copies of database and images that nobody can delete early, to any second of the last 35 days and by month for a year
 * (45 CFR 164.308(a)(7)(ii)(A)).
 */
final class Backups extends Construct {

    private static final int DAYS_TO_ANY_SECOND = 35;
    private static final int DAYS_OF_MONTHS = 366;
    private static final int DAYS_TO_REGRET_THE_LOCK = 3;

    private final BackupVault vault;
    private final Role restoring;

    Backups(Construct scope, Stage stage, Key key, Database database, Images images) {
        super(scope, "Backups");
        vault = BackupVault.Builder.create(this, "Vault")
                .encryptionKey(key)
                .blockRecoveryPointDeletion(true)
                .lockConfiguration(lock(stage))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        restoring = role(
                "RestoreRole",
                "service-role/AWSBackupServiceRolePolicyForRestores",
                "AWSBackupServiceRolePolicyForS3Restore");
        BackupPlan plan = BackupPlan.Builder.create(this, "Plan")
                .backupVault(vault)
                .backupPlanRules(List.of(
                        BackupPlanRule.Builder.create()
                                .ruleName("continuous")
                                .enableContinuousBackup(true)
                                .deleteAfter(Duration.days(DAYS_TO_ANY_SECOND))
                                .scheduleExpression(Schedule.expression("cron(0 5 * * ? *)"))
                                .startWindow(Duration.hours(1))
                                .completionWindow(Duration.hours(8))
                                .build(),
                        BackupPlanRule.Builder.create()
                                .ruleName("monthly")
                                .deleteAfter(Duration.days(DAYS_OF_MONTHS))
                                .scheduleExpression(Schedule.expression("cron(0 6 1 * ? *)"))
                                .startWindow(Duration.hours(1))
                                .completionWindow(Duration.hours(24))
                                .build()))
                .build();
        plan.addSelection(
                "Data",
                BackupSelectionOptions.builder()
                        .role(role(
                                "Role",
                                "service-role/AWSBackupServiceRolePolicyForBackup",
                                "AWSBackupServiceRolePolicyForS3Backup"))
                        .resources(List.of(
                                BackupResource.fromRdsDatabaseInstance(database.primary()),
                                BackupResource.fromArn(images.bucket().getBucketArn())))
                        .build());
    }

    /**
     * With patient data nobody can open it any more, after the days to regret it; in a trial, its administrators can.
     */
    private static LockConfiguration lock(Stage stage) {
        LockConfiguration.Builder lock = LockConfiguration.builder()
                .minRetention(Duration.days(DAYS_TO_ANY_SECOND))
                .maxRetention(Duration.days(DAYS_OF_MONTHS));
        return stage.hasPatientData()
                ? lock.changeableFor(Duration.days(DAYS_TO_REGRET_THE_LOCK)).build()
                : lock.build();
    }

    private Role role(String id, String... policies) {
        return Role.Builder.create(this, id)
                .assumedBy(new ServicePrincipal("backup.amazonaws.com"))
                .managedPolicies(Stream.of(policies)
                        .map(ManagedPolicy::fromAwsManagedPolicyName)
                        .toList())
                .build();
    }

    /** Who brings copies back: for drills, and for the day. */
    Role restoring() {
        return restoring;
    }

    BackupVault vault() {
        return vault;
    }
}
