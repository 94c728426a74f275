package org.consilium.aws.stack.security;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** The key for logs, the trail and alarms, and the services that may write with it. */
public final class LogKey extends Construct {

    private final Stack stack;
    private final Key key;

    public LogKey(Construct scope) {
        super(scope, "Logs");
        stack = Stack.of(this);
        key = Key.Builder.create(this, "Key")
                .description("Logs, trails and alarms")
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        groups();
        trail();
        publishers();
    }

    private void groups() {
        allow(
                List.of("kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"),
                Map.of("ArnLike", Map.of("kms:EncryptionContext:aws:logs:arn", arn("logs", stack.getRegion()) + ":*")),
                new ServicePrincipal("logs." + stack.getRegion() + ".amazonaws.com"));
    }

    /** As "Configure AWS KMS key policies for CloudTrail" in the AWS CloudTrail User Guide asks for. */
    private void trail() {
        ServicePrincipal trail = new ServicePrincipal("cloudtrail.amazonaws.com");
        allow(
                List.of("kms:GenerateDataKey*", "kms:Decrypt"),
                Map.of(
                        "StringLike",
                        Map.of("kms:EncryptionContext:aws:cloudtrail:arn", arn("cloudtrail", "*") + ":trail/*")),
                trail);
        allow(List.of("kms:DescribeKey"), Map.of("StringEquals", sameAccount()), trail);
    }

    /** Alarms, events and notifications of the Auto Scaling group go to an encrypted topic. */
    private void publishers() {
        List<String> publish = List.of("kms:Decrypt", "kms:GenerateDataKey*");
        allow(
                publish,
                Map.of("StringEquals", sameAccount()),
                new ServicePrincipal("cloudwatch.amazonaws.com"),
                new ServicePrincipal("events.amazonaws.com"),
                new ServicePrincipal("budgets.amazonaws.com"),
                new ServicePrincipal("backup.amazonaws.com"));
        allow(publish, Map.of(), AutoScalingRole.of(stack));
    }

    private Map<String, String> sameAccount() {
        return Map.of("aws:SourceAccount", stack.getAccount());
    }

    private String arn(String service, String region) {
        return "arn:" + stack.getPartition() + ":" + service + ":" + region + ":" + stack.getAccount();
    }

    private void allow(List<String> actions, Map<String, Object> conditions, IPrincipal... principals) {
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(principals))
                .actions(actions)
                .resources(List.of("*"))
                .conditions(conditions)
                .build());
    }

    public Key key() {
        return key;
    }
}
