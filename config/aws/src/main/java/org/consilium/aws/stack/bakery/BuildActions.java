package org.consilium.aws.stack.bakery;

import java.util.List;

/** The EC2 actions of an image build, and the tag that marks its parts. */
final class BuildActions {

    /** The name tag of everything that Packer creates during a build ({@code packer/consilium.pkr.hcl}). */
    static final String BUILD_TAG = "consilium-image-build";

    static final List<String> READS = List.of(
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

    static final List<String> CREATES = List.of(
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

    private BuildActions() {}
}
