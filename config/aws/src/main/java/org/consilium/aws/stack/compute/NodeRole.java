package org.consilium.aws.stack.compute;

import java.util.List;
import java.util.Map;
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

/** The permissions of a node: those that the application and the machine's agents and scripts use, and no others. */
public final class NodeRole extends Construct {

    /** On images: what {@code org.consilium.storage} calls. */
    static final List<String> OBJECT_ACTIONS = List.of(
            "s3:GetObject",
            "s3:PutObject",
            "s3:DeleteObject",
            "s3:AbortMultipartUpload",
            "s3:ListMultipartUploadParts");

    /** On the bucket: to check that it exists. */
    static final List<String> BUCKET_ACTIONS = List.of("s3:ListBucket");

    static final List<String> KEY_ACTIONS =
            List.of("kms:Decrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext");

    private final Role role;

    public NodeRole(Construct scope) {
        super(scope, "NodeRole");
        role = Role.Builder.create(this, "Role")
                .description("Consilium's nodes")
                .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                .build();
    }

    /** Images, and the key that encrypts them and the secrets. */
    public void useImages(IBucket bucket, IKey key) {
        policy(
                "Images",
                Policies.allow(OBJECT_ACTIONS, bucket.arnForObjects("*")),
                Policies.allow(BUCKET_ACTIONS, bucket.getBucketArn()),
                Policies.allow(KEY_ACTIONS, key.getKeyArn()));
    }

    /**
     * The trail: anchors go to the archive, where they cannot be changed, its days are read there when the whole trail
     * is verified, and seals are signed. Entries that wait for the database lie beside the images.
     */
    public void sealTrail(IBucket archive, IKey seals) {
        policy(
                "Trail",
                Policies.allow(
                        List.of("s3:PutObject", "s3:GetObject"), archive.arnForObjects(TrailArchive.ANCHORS + "*")),
                Policies.allow(List.of("s3:GetObject"), archive.arnForObjects(TrailArchive.DAYS + "*")),
                Policies.allowIf(
                        Map.of("StringLike", Map.of("s3:prefix", TrailArchive.ANCHORS + "*")),
                        BUCKET_ACTIONS,
                        archive.getBucketArn()),
                Policies.allow(List.of("kms:Sign", "kms:GetPublicKey"), seals.getKeyArn()));
    }

    /** The configuration, and the secrets that it refers to. */
    public void readConfiguration(Stage stage, List<ISecret> secrets) {
        policy("Configuration", MachinePermissions.configuration(this, stage.configurationPath(), secrets));
    }

    /** Logs and metrics, the lifecycle hook, and sessions of operators (Systems Manager instead of SSH). */
    public void runAsMachine(Stage stage, ILogGroup logs) {
        policy(
                "Machine",
                Stream.concat(
                                MachinePermissions.agents(logs).stream(),
                                Stream.of(MachinePermissions.ofGroup(
                                        this, stage.configurationPath(), "autoscaling:CompleteLifecycleAction")))
                        .toArray(PolicyStatement[]::new));
    }

    private void policy(String id, PolicyStatement... statements) {
        Object unused = Policies.attach(this, id, role, statements);
    }

    public Role role() {
        return role;
    }
}
