package org.consilium.aws.stack;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.constructs.IConstruct;

/** What the rule packs are told of a stage's region. */
final class RegionSuppressions extends Suppressions {

    private RegionSuppressions(Stack stack) {
        super(stack);
    }

    static void apply(Stack stack, Network network, int replicas) {
        RegionSuppressions suppressions = new RegionSuppressions(stack);
        suppressions.ofLogs();
        suppressions.ofNetwork(stack.getAvailabilityZones().size());
        suppressions.ofData(replicas);
        suppressions.ofRotation(network.database());
        suppressions.ofSecrets();
        suppressions.ofFront();
        suppressions.ofNodes();
    }

    private void ofLogs() {
        ofAccessLogs("Logs/Access/Bucket/Resource");
        law(
                "Logs/Anchors/Resource",
                "S3BucketReplicationEnabled",
                "Object Lock keeps each anchor and each record of the trail for six years from everybody; S3 keeps three"
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

    private void ofData(int replicas) {
        law(
                "Images/Bucket/Resource",
                "S3BucketReplicationEnabled",
                "S3 keeps each image in three zones and AWS Backup any state of the last 35 days in a locked vault; the"
                        + " hospital's aim is to survive a zone, and database and sessions are in this region too.");
        law(
                "Database/Primary/Resource",
                "RDSLoggingEnabled",
                "The general, the audit and the slow log hold statements, and so what patients write; who saw and changed"
                        + " what is in the application's own trail.");
        suppress(
                "Database/Monitoring/Resource",
                SOLUTIONS + "IAM4",
                "The policy that RDS documents for enhanced monitoring: it writes to the group RDSOSMetrics alone.");
        suppress(
                "Backups/Role/Resource",
                SOLUTIONS + "IAM4",
                "The policies that AWS Backup documents for copies of RDS and S3; AWS adds to them what new kinds of"
                        + " copies need.");
        suppress(
                "Backups/RestoreRole/Resource",
                SOLUTIONS + "IAM4",
                "The policies that AWS Backup documents for bringing copies of RDS and S3 back; nobody but that service has"
                        + " the role.");
        for (int number = 1; number <= replicas; number++) {
            ofReplica("Database/Replica" + number + "/Resource");
        }
    }

    private void ofReplica(String path) {
        String encrypted = "A replica in the region is encrypted as its primary is, with the same key; CloudFormation"
                + " refuses the property (F3020).";
        law(path, "RDSStorageEncrypted", encrypted);
        suppress(path, SOLUTIONS + "RDS2", encrypted);
        String alone =
                "A replica holds nothing of its own: when it is lost, another is made, and meanwhile the others and"
                        + " the primary, which has a standby in another zone, are read.";
        law(path, "RDSMultiAZSupport", alone);
        suppress(path, SOLUTIONS + "RDS3", alone);
        suppress(
                path,
                SOLUTIONS + "RDS11",
                "Its port is 13306; the rule looks beside it for the engine, which a replica takes from its primary.");
        law(path, "RDSInBackupPlan", "What a replica holds is in the copies of its primary.");
    }

    /** Its port stands in the template as the database's attribute. */
    private void ofRotation(SecurityGroup database) {
        String known =
                "The port is that of the database, 13306, from the rotation functions' group alone; the rules cannot"
                        + " read it before the database is made.";
        for (IConstruct rule : database.getNode().getChildren()) {
            if (rule.getNode().getId().endsWith("{IndirectPort}")) {
                NagSuppressions.addResourceSuppressions(
                        rule,
                        List.of(NagPackSuppression.builder()
                                .id("CdkNagValidationFailure")
                                .reason(known)
                                .build()));
            }
        }
    }

    private void ofSecrets() {
        String password =
                "A node reads it when it starts and keeps it: the runbook changes it with two passwords that are valid at"
                        + " once, and replaces the nodes in between.";
        String edge =
                "CloudFront has no rotation of its own; the runbook exchanges the key by the second one that the key"
                        + " group trusts.";
        String once = "Used once, while there is no administrator; whoever signs in with it changes it.";
        rotated("Sessions/Password/Resource", password);
        rotated("Settings/EdgeKey/Resource", edge);
        rotated("Settings/Administrator/Resource", once);
        suppress(
                "Sessions/Group",
                SOLUTIONS + "AEC6",
                "Access is by users with passwords and rights (RBAC), which exclude the single password of AUTH.");
    }

    private void rotated(String path, String reason) {
        law(path, "SecretsManagerRotationEnabled", reason);
        suppress(path, SOLUTIONS + "SMG4", reason);
    }

    private void ofFront() {
        law(
                "Front/Balancer/Http/Resource",
                "ELBv2ACMCertificateRequired",
                "Port 80 answers nothing but a redirect to 443, which has the certificate.");
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
}
