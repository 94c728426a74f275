package org.consilium.aws.stack.data;

import java.util.List;
import java.util.stream.Stream;
import org.consilium.aws.stack.stage.Stage;
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
 * Backups of database and images that nobody can delete early: any second of the last 35 days, and each month of the
 * last year (45 CFR 164.308(a)(7)(ii)(A)).
 */
public final class Backups extends Construct {

    private static final int CONTINUOUS_DAYS = 35;
    private static final int MONTHLY_DAYS = 366;
    private static final int LOCK_GRACE_DAYS = 3;

    private final BackupVault vault;
    private final Role restoring;

    public Backups(Construct scope, Stage stage, Key key, Database database, Images images) {
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
                                .deleteAfter(Duration.days(CONTINUOUS_DAYS))
                                .scheduleExpression(Schedule.expression("cron(0 5 * * ? *)"))
                                .startWindow(Duration.hours(1))
                                .completionWindow(Duration.hours(8))
                                .build(),
                        BackupPlanRule.Builder.create()
                                .ruleName("monthly")
                                .deleteAfter(Duration.days(MONTHLY_DAYS))
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

    /** With patient data, nobody can remove the lock after the grace period; without, administrators still can. */
    private static LockConfiguration lock(Stage stage) {
        LockConfiguration.Builder lock = LockConfiguration.builder()
                .minRetention(Duration.days(CONTINUOUS_DAYS))
                .maxRetention(Duration.days(MONTHLY_DAYS));
        return stage.hasPatientData()
                ? lock.changeableFor(Duration.days(LOCK_GRACE_DAYS)).build()
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

    /** The role that restores backups, in drills and in earnest. */
    public Role restoring() {
        return restoring;
    }

    public BackupVault vault() {
        return vault;
    }
}
