package org.consilium.aws.stack;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.ArnPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** The hospital's own keys: one for what patients and clinicians entrust, one for what tells of it. */
final class Keys extends Construct {

    private final Key data;
    private final Key logs;

    Keys(Construct scope) {
        super(scope, "Keys");
        data = Key.Builder.create(this, "Data")
                .description("Health information at rest: images, database, sessions, volumes, secrets, backups")
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        logs = new LogKey(this).key();
        encryptsVolumes(data);
    }

    /**
     * Auto Scaling starts nodes with encrypted volumes in its own name ("Required AWS KMS key policy for use with
     * encrypted volumes", EC2 Auto Scaling User Guide).
     */
    static void encryptsVolumes(Key key) {
        allowAutoScaling(
                key,
                List.of("kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"),
                Map.of());
        allowAutoScaling(key, List.of("kms:CreateGrant"), Map.of("Bool", Map.of("kms:GrantIsForAWSResource", true)));
    }

    private static void allowAutoScaling(Key key, List<String> actions, Map<String, Object> conditions) {
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(autoScaling(Stack.of(key))))
                .actions(actions)
                .resources(List.of("*"))
                .conditions(conditions)
                .build());
    }

    /** The role in whose name Auto Scaling works; the account has it once. */
    static ArnPrincipal autoScaling(Stack stack) {
        return new ArnPrincipal("arn:" + stack.getPartition() + ":iam::" + stack.getAccount()
                + ":role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling");
    }

    Key data() {
        return data;
    }

    Key logs() {
        return logs;
    }
}
