package org.consilium.aws.stack.bakery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.consilium.aws.stack.security.Policies;
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
 * The role that builds machine images. It may create machines and images, and may change, stop and delete only what an
 * image build has created, so that it cannot stop a node.
 *
 * @see <a href="https://developer.hashicorp.com/packer/integrations/hashicorp/amazon">"IAM Task or Instance Role" in
 *     the manual of Packer's plug-in, for the calls that it makes</a>
 */
final class Baker extends Construct {

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
        Map<String, String> partOfBuild = Map.of("ec2:ResourceTag/Name", BuildActions.BUILD_TAG);
        grant(
                "Images",
                Policies.allow(BuildActions.READS, "*"),
                Policies.allowIf(Map.of(EQUALS, Map.of("aws:RequestedRegion", region)), BuildActions.CREATES, "*"),
                Policies.allowIf(Map.of(EQUALS, partOfBuild), BuildActions.CHANGES, "*"),
                // machines are tagged when they are created, images when they are finished
                Policies.allowIf(Map.of("Null", Map.of("ec2:CreateAction", "false")), List.of("ec2:CreateTags"), "*"),
                Policies.allow(List.of("ec2:CreateTags"), ofEc2("", "image"), ofEc2("", "snapshot")),
                Policies.allowIf(
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

    /** The ARNs of images and snapshots contain no account. */
    private String ofEc2(String account, String kind) {
        Stack stack = Stack.of(this);
        return "arn:" + stack.getPartition() + ":ec2:" + stack.getRegion() + ":" + account + ":" + kind + "/*";
    }

    void readReleases(IBucket releases, IKey key) {
        grant(
                "Releases",
                Policies.allow(
                        List.of("s3:GetObject"),
                        releases.arnForObjects(Releases.BUNDLE),
                        releases.arnForObjects(Releases.KEYS + "*")),
                Policies.allow(List.of("s3:PutObject"), releases.arnForObjects(Releases.MANIFESTS + "*")),
                Policies.allow(List.of("s3:ListBucket"), releases.getBucketArn()),
                Policies.allow(List.of("kms:Decrypt", "kms:GenerateDataKey"), key.getKeyArn()));
    }

    /**
     * Access to the network and the log ("Allow CodeBuild access to AWS services required to create a VPC network
     * interface").
     */
    void work(BakeryNetwork network, ILogGroup log) {
        Stack stack = Stack.of(this);
        ISubnet subnet = network.subnet();
        String arn = "arn:" + stack.getPartition() + ":ec2:" + stack.getRegion() + ":" + stack.getAccount() + ":subnet/"
                + subnet.getSubnetId();
        grant(
                "Work",
                Policies.allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), log.getLogGroupArn()),
                Policies.allow(
                        List.of(
                                "ec2:CreateNetworkInterface",
                                "ec2:DeleteNetworkInterface",
                                "ec2:DescribeDhcpOptions",
                                "ec2:DescribeNetworkInterfaces"),
                        "*"),
                Policies.allowIf(
                        Map.of(
                                EQUALS,
                                Map.of("ec2:AuthorizedService", "codebuild.amazonaws.com"),
                                "ArnEquals",
                                Map.of("ec2:Subnet", arn)),
                        List.of("ec2:CreateNetworkInterfacePermission"),
                        ofEc2(stack.getAccount(), "network-interface")));
    }

    private void grant(String id, PolicyStatement... statements) {
        policies.add(Policies.attach(this, id, role, statements));
    }

    /** The role; constructs that use it cannot add permissions. */
    IRole role() {
        return role.withoutPolicyUpdates();
    }

    List<ManagedPolicy> policies() {
        return policies;
    }
}
