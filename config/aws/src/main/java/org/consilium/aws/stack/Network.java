package org.consilium.aws.stack;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/**
 * Three tiers over all zones: the front, which the world reaches, the nodes and the data. Nodes and data have no way to
 * the Internet at all; what they need of AWS they reach by endpoints, which let through calls of this account alone.
 */
final class Network extends Construct {

    static final String FRONT = "front";
    static final String NODES = "nodes";
    static final String DATA = "data";

    private static final int HTTPS = 443;

    private static final Map<String, InterfaceVpcEndpointAwsService> SERVICES = Map.of(
            "SecretsManager", InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
            "Kms", InterfaceVpcEndpointAwsService.KMS,
            "Ssm", InterfaceVpcEndpointAwsService.SSM,
            "SsmMessages", InterfaceVpcEndpointAwsService.SSM_MESSAGES,
            "Ec2Messages", InterfaceVpcEndpointAwsService.EC2_MESSAGES,
            "CloudWatchLogs", InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
            "CloudWatch", InterfaceVpcEndpointAwsService.CLOUDWATCH_MONITORING,
            "AutoScaling", InterfaceVpcEndpointAwsService.AUTOSCALING);

    private final Vpc vpc;
    private final SecurityGroup front;
    private final SecurityGroup nodes;
    private final SecurityGroup database;
    private final SecurityGroup sessions;
    private final SecurityGroup rotation;

    Network(Construct scope, Stage stage, Logs logs) {
        super(scope, "Network");
        vpc = Vpc.Builder.create(this, "Vpc")
                .ipAddresses(IpAddresses.cidr("10.0.0.0/16"))
                .availabilityZones(stage.zones())
                .restrictDefaultSecurityGroup(true)
                .subnetConfiguration(List.of(
                        subnets(FRONT, SubnetType.PUBLIC, 24)
                                .mapPublicIpOnLaunch(false)
                                .build(),
                        subnets(NODES, SubnetType.PRIVATE_ISOLATED, 20).build(),
                        subnets(DATA, SubnetType.PRIVATE_ISOLATED, 24).build()))
                .flowLogs(logs.groups().flows(this))
                .build();
        front = group("Front", "The load balancer");
        nodes = group("Nodes", "Nodes of the application");
        database = group("Database", "MySQL");
        sessions = group("Sessions", "Sessions and cache");
        rotation = group("Rotation", "The functions that change passwords of the database");
        allow();
        endpoints();
    }

    private static SubnetConfiguration.Builder subnets(String name, SubnetType type, int bits) {
        return SubnetConfiguration.builder().name(name).subnetType(type).cidrMask(bits);
    }

    private SecurityGroup group(String id, String description) {
        return SecurityGroup.Builder.create(this, id)
                .vpc(vpc)
                .description(description)
                .allowAllOutbound(false)
                .build();
    }

    private void allow() {
        front.getConnections().allowTo(nodes, Port.tcp(Fleet.PORT), "requests and health checks, by TLS");
        nodes.getConnections().allowTo(database, Port.tcp(Database.PORT), "MySQL by TLS");
        nodes.getConnections().allowTo(sessions, Port.tcp(Sessions.PORT), "Redis by TLS");
        // no subnet of theirs has a route to anywhere but S3's endpoint
        nodes.addEgressRule(Peer.anyIpv4(), Port.tcp(HTTPS), "S3 by its gateway endpoint");
    }

    private void endpoints() {
        SecurityGroup endpoints = group("Endpoints", "Services of AWS inside the network");
        nodes.getConnections().allowTo(endpoints, Port.tcp(HTTPS), "services of AWS");
        SERVICES.forEach((id, service) -> vpc.addInterfaceEndpoint(
                        id,
                        InterfaceVpcEndpointOptions.builder()
                                .service(service)
                                .privateDnsEnabled(true)
                                .open(false)
                                .subnets(tier(NODES))
                                .securityGroups(List.of(endpoints))
                                .build())
                .addToPolicy(ownAccount(List.of("*"), List.of("*"))));
        rotation.getConnections().allowTo(endpoints, Port.tcp(HTTPS), "Secrets Manager");
    }

    /** Whoever is on a node with rights of another account gets nowhere with them. */
    private PolicyStatement ownAccount(List<String> actions, List<String> resources) {
        return PolicyStatement.Builder.create()
                .principals(List.of(new AnyPrincipal()))
                .actions(actions)
                .resources(resources)
                .conditions(Map.of(
                        "StringEquals",
                        Map.of("aws:PrincipalAccount", Stack.of(this).getAccount())))
                .build();
    }

    /** The way to S3, and to this bucket alone. */
    void reach(IBucket bucket) {
        vpc.addGatewayEndpoint(
                        "S3",
                        GatewayVpcEndpointOptions.builder()
                                .service(GatewayVpcEndpointAwsService.S3)
                                .build())
                .addToPolicy(ownAccount(List.of("s3:*"), List.of(bucket.getBucketArn(), bucket.arnForObjects("*"))));
    }

    static SubnetSelection tier(String name) {
        return SubnetSelection.builder().subnetGroupName(name).build();
    }

    Vpc vpc() {
        return vpc;
    }

    SecurityGroup front() {
        return front;
    }

    SecurityGroup nodes() {
        return nodes;
    }

    SecurityGroup database() {
        return database;
    }

    SecurityGroup sessions() {
        return sessions;
    }

    SecurityGroup rotation() {
        return rotation;
    }
}
