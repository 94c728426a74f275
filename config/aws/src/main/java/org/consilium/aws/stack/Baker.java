package org.consilium.aws.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/**
 * What the baking may do: make machines and images, and stop, change and delete those that are in the making. It can
 * stop no node.
 *
 * @see <a href="https://developer.hashicorp.com/packer/integrations/hashicorp/amazon">"IAM Task or Instance Role" of
 *     Packer's plug-in, for what it calls</a>
 */
final class Baker extends Construct {

    /** The tag that Packer gives to all that it makes on the way to an image ({@code packer/consilium.pkr.hcl}). */
    static final String IN_THE_MAKING = "consilium-image-build";

    static final List<String> LOOKS = List.of(
            "ec2:DescribeImageAttribute",
            "ec2:DescribeImages",
            "ec2:DescribeInstanceStatus",
            "ec2:DescribeInstances",
            "ec2:DescribeRegions",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSnapshots",
            "ec2:DescribeSubnets",
            "ec2:DescribeTags",
            "ec2:DescribeVolumes",
            "ec2:DescribeVpcs");

    static final List<String> MAKES = List.of(
            "ec2:CopyImage",
            "ec2:CreateImage",
            "ec2:CreateKeyPair",
            "ec2:CreateSecurityGroup",
            "ec2:EnableImageDeprecation",
            "ec2:RunInstances");

    static final List<String> CHANGES = List.of(
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:DeleteKeyPair",
            "ec2:DeleteSecurityGroup",
            "ec2:DeleteSnapshot",
            "ec2:DeregisterImage",
            "ec2:ModifyInstanceAttribute",
            "ec2:StopInstances",
            "ec2:TerminateInstances");

    private static final String EQUALS = "StringEquals";

    private final Role role;
    private final List<ManagedPolicy> policies = new ArrayList<>();

    Baker(Construct scope) {
        super(scope, "Baker");
        role = Role.Builder.create(this, "Role")
                .description("Bakes Consilium's machine images")
                .assumedBy(new ServicePrincipal("codebuild.amazonaws.com"))
                .build();
    }

    void bake(IKey images) {
        String region = Stack.of(this).getRegion();
        Map<String, String> making = Map.of("ec2:ResourceTag/Name", IN_THE_MAKING);
        give(
                "Images",
                Rights.allow(LOOKS, "*"),
                Rights.allowIf(Map.of(EQUALS, Map.of("aws:RequestedRegion", region)), MAKES, "*"),
                Rights.allowIf(Map.of(EQUALS, making), CHANGES, "*"),
                // machines have their tags from the start, images get theirs when they are done
                Rights.allowIf(Map.of("Null", Map.of("ec2:CreateAction", "false")), List.of("ec2:CreateTags"), "*"),
                Rights.allow(List.of("ec2:CreateTags"), ofEc2("", "image"), ofEc2("", "snapshot")),
                Rights.allowIf(
                        Map.of(EQUALS, Map.of("kms:ViaService", "ec2." + region + ".amazonaws.com")),
                        List.of(
                                "kms:CreateGrant",
                                "kms:Decrypt",
                                "kms:DescribeKey",
                                "kms:Encrypt",
                                "kms:GenerateDataKey",
                                "kms:GenerateDataKeyWithoutPlaintext",
                                "kms:ReEncryptFrom",
                                "kms:ReEncryptTo"),
                        images.getKeyArn()));
    }

    /** Images and snapshots belong to no account in their names. */
    private String ofEc2(String account, String kind) {
        Stack stack = Stack.of(this);
        return "arn:" + stack.getPartition() + ":ec2:" + stack.getRegion() + ":" + account + ":" + kind + "/*";
    }

    void readReleases(IBucket releases, IKey key) {
        give(
                "Releases",
                Rights.allow(
                        List.of("s3:GetObject"),
                        releases.arnForObjects(Releases.BUNDLE),
                        releases.arnForObjects(Releases.KEYS + "*")),
                Rights.allow(List.of("s3:PutObject"), releases.arnForObjects(Releases.MANIFESTS + "*")),
                Rights.allow(List.of("s3:ListBucket"), releases.getBucketArn()),
                Rights.allow(List.of("kms:Decrypt", "kms:GenerateDataKey"), key.getKeyArn()));
    }

    /**
     * In the network, and tell what it does ("Allow CodeBuild access to AWS services required to create a VPC network
     * interface").
     */
    void work(BakeryNetwork network, ILogGroup log) {
        Stack stack = Stack.of(this);
        ISubnet subnet = network.subnet();
        String arn = "arn:" + stack.getPartition() + ":ec2:" + stack.getRegion() + ":" + stack.getAccount() + ":subnet/"
                + subnet.getSubnetId();
        give(
                "Work",
                Rights.allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), log.getLogGroupArn()),
                Rights.allow(
                        List.of(
                                "ec2:CreateNetworkInterface",
                                "ec2:DeleteNetworkInterface",
                                "ec2:DescribeDhcpOptions",
                                "ec2:DescribeNetworkInterfaces"),
                        "*"),
                Rights.allowIf(
                        Map.of(
                                EQUALS,
                                Map.of("ec2:AuthorizedService", "codebuild.amazonaws.com"),
                                "ArnEquals",
                                Map.of("ec2:Subnet", arn)),
                        List.of("ec2:CreateNetworkInterfacePermission"),
                        ofEc2(stack.getAccount(), "network-interface")));
    }

    private void give(String id, PolicyStatement... statements) {
        policies.add(Rights.give(this, id, role, statements));
    }

    /** As it is: whoever uses it gives it nothing more. */
    IRole role() {
        return role.withoutPolicyUpdates();
    }

    List<ManagedPolicy> policies() {
        return policies;
    }
}
