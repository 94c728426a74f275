package org.consilium.aws.stack.bakery;

import java.util.List;
import org.consilium.aws.stack.logs.LogGroups;
import org.consilium.aws.stack.network.Network;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/** The network of the builds: one zone, with a route to Debian's archive and to AWS, and no way in. */
final class BakeryNetwork extends Construct {

    static final String BUILDS = "builds";

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int SSH = 22;

    private final Vpc vpc;
    private final SecurityGroup builder;

    BakeryNetwork(Construct scope, Stage stage, LogGroups groups) {
        super(scope, "Network");
        vpc = Vpc.Builder.create(this, "Vpc")
                .ipAddresses(IpAddresses.cidr("10.1.0.0/16"))
                .availabilityZones(stage.zones().subList(0, 1))
                .natGateways(1)
                .restrictDefaultSecurityGroup(true)
                .subnetConfiguration(List.of(
                        subnet("way-out", SubnetType.PUBLIC)
                                .mapPublicIpOnLaunch(false)
                                .build(),
                        subnet(BUILDS, SubnetType.PRIVATE_WITH_EGRESS).build()))
                .flowLogs(groups.flows(this))
                .build();
        builder = SecurityGroup.Builder.create(this, "Builder")
                .vpc(vpc)
                .description("Where Packer runs")
                .allowAllOutbound(false)
                .build();
        builder.addEgressRule(Peer.anyIpv4(), Port.tcp(HTTPS), "AWS, Maven Central, Packer and its plug-in");
        builder.addEgressRule(Peer.anyIpv4(), Port.tcp(HTTP), "archives of packages, which are signed");
        builder.addEgressRule(Peer.ipv4(subnet().getIpv4CidrBlock()), Port.tcp(SSH), "the machines that become images");
    }

    private static SubnetConfiguration.Builder subnet(String name, SubnetType type) {
        return SubnetConfiguration.builder().name(name).subnetType(type).cidrMask(24);
    }

    /** The subnet of Packer and of the machines that become images. */
    ISubnet subnet() {
        return vpc.selectSubnets(Network.tier(BUILDS)).getSubnets().get(0);
    }

    Vpc vpc() {
        return vpc;
    }

    SecurityGroup builder() {
        return builder;
    }
}
