package org.consilium.aws.stack.network;

import java.util.List;
import org.consilium.aws.stack.logs.Logs;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/**
 * Three tiers over all zones: the front, which faces the Internet, the nodes, and the data. Nodes and data have no
 * route to the Internet; they reach AWS services through {@link Endpoints}.
 */
public final class Network extends Construct {

    public static final String FRONT = "front";
    public static final String NODES = "nodes";
    public static final String DATA = "data";

    /** The ports that the tiers listen on, by TLS; none is the one that scanners expect. */
    public static final int NODE_PORT = 8443;

    public static final int DATABASE_PORT = 13306;
    public static final int SESSIONS_PORT = 16379;

    private final Vpc vpc;
    private final SecurityGroup front;
    private final SecurityGroup nodes;
    private final SecurityGroup database;
    private final SecurityGroup sessions;
    private final SecurityGroup rotation;
    private final SecurityGroup keeper;
    private final Endpoints endpoints;

    public Network(Construct scope, Stage stage, Logs logs) {
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
        keeper = group("Keeper", "The machine that looks after the audit trail");
        allow();
        endpoints = new Endpoints(vpc, group("Endpoints", "Services of AWS inside the network"));
        endpoints.open(tier(NODES), nodes, keeper, rotation);
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
        front.getConnections().allowTo(nodes, Port.tcp(NODE_PORT), "requests and health checks, by TLS");
        nodes.getConnections().allowTo(database, Port.tcp(DATABASE_PORT), "MySQL by TLS");
        nodes.getConnections().allowTo(sessions, Port.tcp(SESSIONS_PORT), "Redis by TLS");
        keeper.getConnections().allowTo(database, Port.tcp(DATABASE_PORT), "MySQL by TLS");
        // their subnets have no route to any address but S3's endpoint
        for (SecurityGroup group : List.of(nodes, keeper)) {
            group.addEgressRule(Peer.anyIpv4(), Port.tcp(Endpoints.HTTPS), "S3 by its gateway endpoint");
        }
    }

    /** Opens the way to S3, for these buckets only. */
    public void reach(IBucket... buckets) {
        endpoints.reach(buckets);
    }

    /** The subnets of a tier. */
    public static SubnetSelection tier(String name) {
        return SubnetSelection.builder().subnetGroupName(name).build();
    }

    public Vpc vpc() {
        return vpc;
    }

    public SecurityGroup front() {
        return front;
    }

    public SecurityGroup nodes() {
        return nodes;
    }

    public SecurityGroup database() {
        return database;
    }

    public SecurityGroup sessions() {
        return sessions;
    }

    public SecurityGroup keeper() {
        return keeper;
    }

    public SecurityGroup rotation() {
        return rotation;
    }
}
