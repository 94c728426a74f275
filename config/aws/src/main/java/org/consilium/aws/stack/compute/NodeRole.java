package org.consilium.aws.stack.compute;

import java.util.List;
import java.util.Map;
import org.consilium.aws.stack.security.Policies;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
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

    /** The tag that tells a node where its configuration is; the machine image knows its name. */
    static final String CONFIGURATION_TAG = "consilium:configuration";

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

    /** The configuration, and the secrets that it refers to. */
    public void readConfiguration(Stage stage, List<ISecret> secrets) {
        Stack stack = Stack.of(this);
        policy(
                "Configuration",
                Policies.allow(
                        List.of("ssm:GetParametersByPath"),
                        stack.formatArn(ArnComponents.builder()
                                .service("ssm")
                                .resource("parameter" + stage.configurationPath())
                                .build())),
                Policies.allow(
                        List.of("secretsmanager:GetSecretValue"),
                        secrets.stream().map(ISecret::getSecretArn).toArray(String[]::new)));
    }

    /** Logs and metrics, the lifecycle hook, and sessions of operators (Systems Manager instead of SSH). */
    public void runAsMachine(Stage stage, ILogGroup logs) {
        Stack stack = Stack.of(this);
        String groups = "arn:" + stack.getPartition() + ":autoscaling:" + stack.getRegion() + ":" + stack.getAccount()
                + ":autoScalingGroup:*:autoScalingGroupName/*";
        policy(
                "Machine",
                Policies.allow(
                        List.of("logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"),
                        logs.getLogGroupArn()),
                Policies.allowIf(
                        Map.of("StringEquals", Map.of("cloudwatch:namespace", "Consilium")),
                        List.of("cloudwatch:PutMetricData"),
                        "*"),
                Policies.allowIf(
                        Map.of(
                                "StringEquals",
                                Map.of("aws:ResourceTag/" + CONFIGURATION_TAG, stage.configurationPath())),
                        List.of("autoscaling:CompleteLifecycleAction"),
                        groups),
                Policies.allow(
                        List.of(
                                "ssm:UpdateInstanceInformation",
                                "ssmmessages:CreateControlChannel",
                                "ssmmessages:CreateDataChannel",
                                "ssmmessages:OpenControlChannel",
                                "ssmmessages:OpenDataChannel",
                                "ec2messages:GetMessages",
                                "ec2messages:AcknowledgeMessage",
                                "ec2messages:SendReply"),
                        "*"));
    }

    private void policy(String id, PolicyStatement... statements) {
        Object unused = Policies.attach(this, id, role, statements);
    }

    public Role role() {
        return role;
    }
}
