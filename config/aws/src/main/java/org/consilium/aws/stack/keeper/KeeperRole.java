package org.consilium.aws.stack.keeper;

import java.util.List;
import java.util.stream.Stream;
import org.consilium.aws.stack.data.TrailArchive;
import org.consilium.aws.stack.security.MachinePermissions;
import org.consilium.aws.stack.security.Policies;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/** The permissions of the trail's keeper: the owner's login, the archive, and to end itself. */
final class KeeperRole extends Construct {

    private final Role role;

    KeeperRole(Construct scope) {
        super(scope, "Role");
        role = Role.Builder.create(this, "Role")
                .description("Consilium's keeper of the audit trail")
                .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                .build();
    }

    void archive(IBucket bucket, IKey key) {
        policy(
                "Archive",
                Policies.allow(List.of("s3:PutObject", "s3:GetObject"), bucket.arnForObjects(TrailArchive.DAYS + "*")),
                // without it, S3 does not say that an object is not there
                Policies.allow(List.of("s3:ListBucket"), bucket.getBucketArn()),
                Policies.allow(List.of("kms:Decrypt", "kms:GenerateDataKey"), key.getKeyArn()));
    }

    void run(Stage stage, ISecret owner, ILogGroup logs) {
        policy("Configuration", MachinePermissions.configuration(this, stage.keeperPath(), List.of(owner)));
        policy(
                "Machine",
                Stream.concat(
                                MachinePermissions.agents(logs).stream(),
                                Stream.of(MachinePermissions.ofGroup(
                                        this, stage.keeperPath(), "autoscaling:TerminateInstanceInAutoScalingGroup")))
                        .toArray(PolicyStatement[]::new));
    }

    private void policy(String id, PolicyStatement... statements) {
        Object unused = Policies.attach(this, id, role, statements);
    }

    Role role() {
        return role;
    }
}
