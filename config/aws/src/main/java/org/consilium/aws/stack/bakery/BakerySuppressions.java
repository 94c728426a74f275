package org.consilium.aws.stack.bakery;

import org.consilium.aws.stack.security.Suppressions;
import software.amazon.awscdk.Stack;

/** Exceptions from the rule packs in the bakery. */
final class BakerySuppressions extends Suppressions {

    private BakerySuppressions(Stack stack) {
        super(stack);
    }

    static void apply(Stack stack) {
        BakerySuppressions suppressions = new BakerySuppressions(stack);
        suppressions.ofAccessLogs("Releases/Access/Bucket/Resource");
        suppressions.ofNetwork();
        suppressions.ofProject();
        suppressions.ofBaker();
    }

    private void ofNetwork() {
        law(
                "Network/Vpc/way-outSubnet1/DefaultRoute",
                "VPCNoUnrestrictedRouteToIGW",
                "The way out stands in this subnet alone, and takes no connection from outside; without it there is nothing"
                        + " to install. Nodes and data are in another network.");
        law("Network/Vpc/All/IAMRole/DefaultPolicy/Resource", "IAMNoInlinePolicy", INLINE);
    }

    private void ofProject() {
        law("Bakery/Project/EventsRole/DefaultPolicy/Resource", "IAMNoInlinePolicy", INLINE);
        suppress(
                "Bakery/Project/Resource",
                HIPAA + "CodeBuildProjectSourceRepoUrl",
                "It asks no repository at all: the release lies in a bucket of its own, and the rule takes the lack of an"
                        + " address for one without a token.");
        law(
                "Releases/Bucket/Resource",
                "S3BucketReplicationEnabled",
                "Source that is in git as well, and public keys; S3 keeps three copies in as many zones.");
    }

    private void ofBaker() {
        suppress(
                "Baker/Images/Resource",
                SOLUTIONS + "IAM5",
                "What is made has no name before it is there: it is held to the region, and to the tag of what is in the"
                        + " making.",
                "/^Resource::\\*$/g",
                "/^Resource::arn:<AWS::Partition>:ec2:.*::(image|snapshot)\\/\\*$/g");
        suppress(
                "Baker/Releases/Resource",
                SOLUTIONS + "IAM5",
                "The public keys and the manifests: all objects below one prefix of this one bucket.",
                "/^Resource::<ReleasesBucket.*Arn>\\/(keys|manifests)\\/\\*$/g");
        suppress(
                "Baker/Work/Resource",
                SOLUTIONS + "IAM5",
                "CodeBuild's connection to the network has no name before it is there; it may use one subnet alone.",
                "/^Resource::\\*$/g",
                "/^Resource::arn:<AWS::Partition>:ec2:.*:network-interface\\/\\*$/g");
    }
}
