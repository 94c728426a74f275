package org.consilium.aws.stack;

import org.consilium.aws.stack.data.DataSuppressions;
import org.consilium.aws.stack.network.Network;
import org.consilium.aws.stack.security.Suppressions;
import software.amazon.awscdk.Stack;

/** Exceptions from the rule packs in the stack of a region. */
final class RegionSuppressions extends Suppressions {

    private RegionSuppressions(Stack stack) {
        super(stack);
    }

    static void apply(Stack stack, Network network, int replicas) {
        RegionSuppressions suppressions = new RegionSuppressions(stack);
        suppressions.ofLogs();
        suppressions.ofNetwork(stack.getAvailabilityZones().size());
        DataSuppressions.apply(stack, network.database(), replicas);
        suppressions.ofEdge();
        suppressions.ofNodes();
        suppressions.ofTrail();
    }

    private void ofLogs() {
        ofAccessLogs("Logs/Access/Bucket/Resource");
        law(
                "Logs/Anchors/Resource",
                "S3BucketReplicationEnabled",
                "Object Lock keeps each anchor and each record of the trail for six years from everybody; S3 keeps three"
                        + " copies in as many zones.");
        law(
                "TrailArchive/Bucket/Resource",
                "S3BucketReplicationEnabled",
                "Object Lock keeps each day of the trail and each anchor for six years from everybody; S3 keeps three"
                        + " copies in as many zones.");
        law("Logs/Trail/LogsRole/DefaultPolicy/Resource", "IAMNoInlinePolicy", INLINE);
        law("Network/Vpc/All/IAMRole/DefaultPolicy/Resource", "IAMNoInlinePolicy", INLINE);
    }

    private void ofNetwork(int zones) {
        for (int zone = 1; zone <= zones; zone++) {
            law(
                    "Network/Vpc/frontSubnet" + zone + "/DefaultRoute",
                    "VPCNoUnrestrictedRouteToIGW",
                    "The load balancer alone stands in this subnet, and the world has to reach it; nodes and data have no"
                            + " route to the Internet.");
        }
        suppress(
                "Network/Front/Resource",
                SOLUTIONS + "EC23",
                "The load balancer's ports 80 (which redirects) and 443 are open to the world: patients come from"
                        + " anywhere.");
    }

    private void ofEdge() {
        law(
                "Front/Balancer/Http/Resource",
                "ELBv2ACMCertificateRequired",
                "Port 80 answers nothing but a redirect to 443, which has the certificate.");
        String queries =
                "The access log contains queries, and is kept for years; the firewall and the nodes log each request"
                        + " without its query, and the load balancer logs its connections.";
        law("Front/Balancer/Resource", "ELBLoggingEnabled", queries);
        suppress("Front/Balancer/Resource", SOLUTIONS + "ELB2", queries);
        suppress(
                "Edge/Distribution/Resource",
                SOLUTIONS + "CFR3",
                "It is logged by a delivery of the stack edge-log, whose fields leave out the signatures in the queries; the"
                        + " rule knows only the older kind of log.");
        suppress(
                "Edge/Distribution/Resource",
                SOLUTIONS + "CFR1",
                "Patients travel: who may see an image is decided for each link, not by country.");
    }

    private void ofNodes() {
        suppress(
                "NodeRole/Images/Resource",
                SOLUTIONS + "IAM5",
                "The node's images: all objects of this one bucket, whose names are random.",
                "/^Resource::<ImagesBucket.*Arn>\\/\\*$/g");
        suppress(
                "NodeRole/Machine/Resource",
                SOLUTIONS + "IAM5",
                "Metrics and the channels of Systems Manager have no resources to name, and a machine's own id is not known"
                        + " before it starts; metrics are held to one namespace.",
                "/^Resource::\\*$/g");
        suppress(
                "NodeRole/Machine/Resource",
                SOLUTIONS + "IAM5",
                "The group's name is not known before its nodes' role; the tag of the stage's configuration holds it to the"
                        + " stage's own group.",
                "/^Resource::arn:<AWS::Partition>:autoscaling:.*$/g");
    }

    private void ofTrail() {
        suppress(
                "NodeRole/Trail/Resource",
                SOLUTIONS + "IAM5",
                "Anchors are numbered as they are made: all objects with this prefix, to which nodes add, and which Object"
                        + " Lock keeps.",
                "/^Resource::<TrailArchiveBucket.*Arn>\\/trail-anchor\\/\\*$/g");
        suppress(
                "NodeRole/Trail/Resource",
                SOLUTIONS + "IAM5",
                "There is an object for each archived day: all with this prefix, which nodes may read alone.",
                "/^Resource::<TrailArchiveBucket.*Arn>\\/trail-archive\\/\\*$/g");
        suppress(
                "Keeper/Role/Archive/Resource",
                SOLUTIONS + "IAM5",
                "There is an object for each day: all with this prefix, to which the keeper adds, and which Object Lock"
                        + " keeps.",
                "/^Resource::<TrailArchiveBucket.*Arn>\\/trail-archive\\/\\*$/g");
        suppress(
                "Keeper/Role/Machine/Resource",
                SOLUTIONS + "IAM5",
                "Metrics and the channels of Systems Manager have no resources to name, and a machine's own id is not known"
                        + " before it starts; metrics are held to one namespace.",
                "/^Resource::\\*$/g");
        suppress(
                "Keeper/Role/Machine/Resource",
                SOLUTIONS + "IAM5",
                "The group's name is not known before its machine's role; the tag of the keeper's configuration holds it"
                        + " to the keeper's own group.",
                "/^Resource::arn:<AWS::Partition>:autoscaling:.*$/g");
        suppress(
                "Keeper/Group/ASG",
                SOLUTIONS + "AS3",
                "It starts and ends a machine every day, as it should; an alarm goes off when the task was not done.");
    }
}
