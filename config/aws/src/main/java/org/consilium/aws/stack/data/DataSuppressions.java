package org.consilium.aws.stack.data;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import org.consilium.aws.stack.security.Suppressions;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.constructs.IConstruct;

/** Exceptions from the rule packs for the stores and their secrets. */
public final class DataSuppressions extends Suppressions {

    private DataSuppressions(Stack stack) {
        super(stack);
    }

    /**
     * Adds the exceptions.
     *
     * @param database the security group of the database
     */
    public static void apply(Stack stack, SecurityGroup database, int replicas) {
        DataSuppressions suppressions = new DataSuppressions(stack);
        suppressions.ofData(replicas);
        suppressions.ofRotation(database);
        suppressions.ofSecrets();
    }

    private void ofData(int replicas) {
        law(
                "Images/Bucket/Resource",
                "S3BucketReplicationEnabled",
                "S3 keeps each image in three zones and AWS Backup any state of the last 35 days in a locked vault; the"
                        + " hospital's aim is to survive a zone, and database and sessions are in this region too.");
        String signatures =
                "The bucket's own log contains the signatures of links; the trail has every read and write of an"
                        + " image, without them.";
        law("Images/Bucket/Resource", "S3BucketLoggingEnabled", signatures);
        suppress("Images/Bucket/Resource", SOLUTIONS + "S1", signatures);
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

    /** The port of these rules is an attribute of the database, which the rule packs cannot resolve. */
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
        rotated(
                "Sessions/Key/Resource",
                "A node reads it when it starts and keeps it: the runbook exchanges it while two keys are valid at once,"
                        + " and replaces the nodes in between.");
        rotated("Settings/EdgeKey/Resource", edge);
        rotated("Settings/Administrator/Resource", once);
        rotated(
                "Settings/Database/Resource",
                "A node reads it when it starts and keeps it: the runbook puts a new key in front of it, and replaces the"
                        + " nodes.");
        rotated("Mail/Login/Resource", "An access key is exchanged by a new serial number of the stack's construct.");
        suppress(
                "Sessions/Group",
                SOLUTIONS + "AEC6",
                "Access is by users with passwords and rights (RBAC), which exclude the single password of AUTH.");
    }

    private void rotated(String path, String reason) {
        law(path, "SecretsManagerRotationEnabled", reason);
        suppress(path, SOLUTIONS + "SMG4", reason);
    }
}
