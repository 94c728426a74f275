package org.consilium.aws.capacity.sizing;

/**
 * The AWS services that nodes reach through interface endpoints, since they have no route to the Internet. The network
 * creates an endpoint for each in every zone, and the cost estimate counts them.
 */
public enum AwsService {
    SECRETS_MANAGER("SecretsManager"),
    KMS("Kms"),
    SSM("Ssm"),
    SSM_MESSAGES("SsmMessages"),
    EC2_MESSAGES("Ec2Messages"),
    CLOUD_WATCH_LOGS("CloudWatchLogs"),
    CLOUD_WATCH("CloudWatch"),
    AUTO_SCALING("AutoScaling"),
    EMAIL("Email");

    private final String id;

    AwsService(String id) {
        this.id = id;
    }

    /** The id of its endpoint in the network. */
    public String id() {
        return id;
    }
}
