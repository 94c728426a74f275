package org.consilium.aws.stack.security;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/** What each machine of the image needs, whatever it does. */
public final class MachinePermissions {

    /** The tag that tells a machine where its configuration is; the machine image knows its name. */
    public static final String CONFIGURATION_TAG = "consilium:configuration";

    private MachinePermissions() {}

    /** To read the configuration below a path, and the secrets that it refers to. */
    public static PolicyStatement[] configuration(Construct scope, String path, List<ISecret> secrets) {
        return new PolicyStatement[] {
            Policies.allow(
                    List.of("ssm:GetParametersByPath"),
                    Stack.of(scope)
                            .formatArn(ArnComponents.builder()
                                    .service("ssm")
                                    .resource("parameter" + path)
                                    .build())),
            Policies.allow(
                    List.of("secretsmanager:GetSecretValue"),
                    secrets.stream().map(ISecret::getSecretArn).toArray(String[]::new))
        };
    }

    /** Logs and metrics, and sessions of operators (Systems Manager instead of SSH). */
    public static List<PolicyStatement> agents(ILogGroup logs) {
        return List.of(
                Policies.allow(
                        List.of("logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"),
                        logs.getLogGroupArn()),
                Policies.allowIf(
                        Map.of("StringEquals", Map.of("cloudwatch:namespace", "Consilium")),
                        List.of("cloudwatch:PutMetricData"),
                        "*"),
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

    /** An action on the machine's own group: the one whose tag names the same configuration. */
    public static PolicyStatement ofGroup(Construct scope, String path, String action) {
        Stack stack = Stack.of(scope);
        return Policies.allowIf(
                Map.of("StringEquals", Map.of("aws:ResourceTag/" + CONFIGURATION_TAG, path)),
                List.of(action),
                "arn:" + stack.getPartition() + ":autoscaling:" + stack.getRegion() + ":" + stack.getAccount()
                        + ":autoScalingGroup:*:autoScalingGroupName/*");
    }
}
