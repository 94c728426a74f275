package org.consilium.aws.stack.security;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.ArnPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;

/** The service-linked role that EC2 Auto Scaling launches nodes with; an account has one. */
public final class AutoScalingRole {

    private AutoScalingRole() {}

    /**
     * Lets Auto Scaling launch nodes with volumes that are encrypted with a key ("Required AWS KMS key policy for use
     * with encrypted volumes", EC2 Auto Scaling User Guide).
     */
    public static void encryptsVolumes(Key key) {
        allow(
                key,
                List.of("kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"),
                Map.of());
        allow(key, List.of("kms:CreateGrant"), Map.of("Bool", Map.of("kms:GrantIsForAWSResource", true)));
    }

    private static void allow(Key key, List<String> actions, Map<String, Object> conditions) {
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(of(Stack.of(key))))
                .actions(actions)
                .resources(List.of("*"))
                .conditions(conditions)
                .build());
    }

    static ArnPrincipal of(Stack stack) {
        return new ArnPrincipal("arn:" + stack.getPartition() + ":iam::" + stack.getAccount()
                + ":role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling");
    }
}
