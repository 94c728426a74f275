package org.consilium.aws.stack;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.ArnPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** The hospital's own keys: one for what patients and clinicians entrust, one for what tells of it. */
final class Keys extends Construct {

    private final Key data;
    private final Key logs;

    Keys(Construct scope) {
        super(scope, "Keys");
        data = key("Data", "Health information at rest: images, database, sessions, volumes, secrets, backups");
        logs = key("Logs", "Logs, trails and alarms");
        Stack stack = Stack.of(this);
        data.addToResourcePolicy(volumes(stack, use(), Map.of()));
        data.addToResourcePolicy(
                volumes(stack, List.of("kms:CreateGrant"), Map.of("Bool", Map.of("kms:GrantIsForAWSResource", true))));
        logs.addToResourcePolicy(logGroups(stack));
        logs.addToResourcePolicy(publishers(stack));
    }

    private Key key(String id, String purpose) {
        return Key.Builder.create(this, id)
                .description(purpose)
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    private static List<String> use() {
        return List.of("kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey");
    }

    /**
     * Auto Scaling starts nodes with encrypted volumes in its own name ("Required AWS KMS key policy for use with
     * encrypted volumes", EC2 Auto Scaling User Guide).
     */
    private static PolicyStatement volumes(Stack stack, List<String> actions, Map<String, Object> conditions) {
        return PolicyStatement.Builder.create()
                .principals(List.of(new ArnPrincipal("arn:" + stack.getPartition() + ":iam::" + stack.getAccount()
                        + ":role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling")))
                .actions(actions)
                .resources(List.of("*"))
                .conditions(conditions)
                .build();
    }

    private static PolicyStatement logGroups(Stack stack) {
        return PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("logs." + stack.getRegion() + ".amazonaws.com")))
                .actions(use())
                .resources(List.of("*"))
                .conditions(Map.of(
                        "ArnLike",
                        Map.of(
                                "kms:EncryptionContext:aws:logs:arn",
                                "arn:" + stack.getPartition() + ":logs:" + stack.getRegion() + ":" + stack.getAccount()
                                        + ":*")))
                .build();
    }

    /** Alarms and events reach the encrypted topic. */
    private static PolicyStatement publishers(Stack stack) {
        return PolicyStatement.Builder.create()
                .principals(List.of(
                        new ServicePrincipal("cloudwatch.amazonaws.com"),
                        new ServicePrincipal("events.amazonaws.com"),
                        new ServicePrincipal("budgets.amazonaws.com"),
                        new ServicePrincipal("backup.amazonaws.com")))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
                .resources(List.of("*"))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", stack.getAccount())))
                .build();
    }

    Key data() {
        return data;
    }

    Key logs() {
        return logs;
    }
}
