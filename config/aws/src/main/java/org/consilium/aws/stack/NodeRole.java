package org.consilium.aws.stack;

import java.util.List;
import java.util.Map;
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

/** What a node may do, and nothing else: each permission is one that the application or its machine uses. */
final class NodeRole extends Construct {

    /** Of images: what {@code org.consilium.storage} calls. */
    static final List<String> OBJECT_ACTIONS = List.of(
            "s3:GetObject",
            "s3:PutObject",
            "s3:DeleteObject",
            "s3:AbortMultipartUpload",
            "s3:ListMultipartUploadParts");

    /** That the bucket is there. */
    static final List<String> BUCKET_ACTIONS = List.of("s3:ListBucket");

    static final List<String> KEY_ACTIONS =
            List.of("kms:Decrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext");

    private final Role role;

    NodeRole(Construct scope) {
        super(scope, "NodeRole");
        role = Role.Builder.create(this, "Role")
                .description("Consilium's nodes")
                .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                .build();
    }

    /** Images, and the key that they and the secrets are encrypted with. */
    void useImages(IBucket bucket, IKey key) {
        policy(
                "Images",
                Rights.allow(OBJECT_ACTIONS, bucket.arnForObjects("*")),
                Rights.allow(BUCKET_ACTIONS, bucket.getBucketArn()),
                Rights.allow(KEY_ACTIONS, key.getKeyArn()));
    }

    /** Its configuration, and the secrets that this names. */
    void readConfiguration(Stage stage, List<ISecret> secrets) {
        Stack stack = Stack.of(this);
        policy(
                "Configuration",
                Rights.allow(
                        List.of("ssm:GetParametersByPath"),
                        stack.formatArn(ArnComponents.builder()
                                .service("ssm")
                                .resource("parameter" + stage.configurationPath())
                                .build())),
                Rights.allow(
                        List.of("secretsmanager:GetSecretValue"),
                        secrets.stream().map(ISecret::getSecretArn).toArray(String[]::new)));
    }

    /** Logs and figures; the end of a node's life; sessions of operators (Systems Manager instead of SSH). */
    void runAsMachine(Stage stage, ILogGroup logs) {
        Stack stack = Stack.of(this);
        String groups = "arn:" + stack.getPartition() + ":autoscaling:" + stack.getRegion() + ":" + stack.getAccount()
                + ":autoScalingGroup:*:autoScalingGroupName/*";
        policy(
                "Machine",
                Rights.allow(
                        List.of("logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"),
                        logs.getLogGroupArn()),
                Rights.allowIf(
                        Map.of("StringEquals", Map.of("cloudwatch:namespace", "Consilium")),
                        List.of("cloudwatch:PutMetricData"),
                        "*"),
                Rights.allowIf(
                        Map.of(
                                "StringEquals",
                                Map.of("aws:ResourceTag/" + Fleet.CONFIGURATION_TAG, stage.configurationPath())),
                        List.of("autoscaling:CompleteLifecycleAction"),
                        groups),
                Rights.allow(
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
        Object unused = Rights.give(this, id, role, statements);
    }

    Role role() {
        return role;
    }
}
