package org.consilium.aws.stack.network;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consilium.aws.capacity.sizing.AwsService;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.IBucket;

/** The way from the network to AWS services: endpoints that let calls of this account through, and no others. */
final class Endpoints {

    static final int HTTPS = 443;

    /** Of mail servers that take letters from programs (RFC 6409). */
    static final int SUBMISSION = 587;

    private final Vpc vpc;
    private final SecurityGroup group;

    /** @param group the security group of the endpoints */
    Endpoints(Vpc vpc, SecurityGroup group) {
        this.vpc = vpc;
        this.group = group;
    }

    /** An endpoint for each service of the capacity plan; the functions that rotate passwords need Secrets Manager. */
    void open(SubnetSelection subnets, SecurityGroup nodes, SecurityGroup keeper, SecurityGroup rotation) {
        nodes.getConnections().allowTo(group, Port.tcp(HTTPS), "services of AWS");
        nodes.getConnections().allowTo(group, Port.tcp(SUBMISSION), "Amazon SES");
        keeper.getConnections().allowTo(group, Port.tcp(HTTPS), "services of AWS");
        for (AwsService service : AwsService.values()) {
            InterfaceVpcEndpoint endpoint = vpc.addInterfaceEndpoint(
                    service.id(),
                    InterfaceVpcEndpointOptions.builder()
                            .service(endpoint(service))
                            .privateDnsEnabled(true)
                            .open(false)
                            .subnets(subnets)
                            .securityGroups(List.of(group))
                            .build());
            // SMTP has a login of its own, which policies of endpoints do not know
            if (service != AwsService.EMAIL) {
                endpoint.addToPolicy(ownAccount(List.of("*"), List.of("*")));
            }
        }
        rotation.getConnections().allowTo(group, Port.tcp(HTTPS), "Secrets Manager");
    }

    private static InterfaceVpcEndpointAwsService endpoint(AwsService service) {
        return switch (service) {
            case SECRETS_MANAGER -> InterfaceVpcEndpointAwsService.SECRETS_MANAGER;
            case KMS -> InterfaceVpcEndpointAwsService.KMS;
            case SSM -> InterfaceVpcEndpointAwsService.SSM;
            case SSM_MESSAGES -> InterfaceVpcEndpointAwsService.SSM_MESSAGES;
            case EC2_MESSAGES -> InterfaceVpcEndpointAwsService.EC2_MESSAGES;
            case CLOUD_WATCH_LOGS -> InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS;
            case CLOUD_WATCH -> InterfaceVpcEndpointAwsService.CLOUDWATCH_MONITORING;
            case AUTO_SCALING -> InterfaceVpcEndpointAwsService.AUTOSCALING;
            case EMAIL -> InterfaceVpcEndpointAwsService.EMAIL_SMTP;
        };
    }

    void reach(IBucket... buckets) {
        List<String> resources = Stream.of(buckets)
                .flatMap(bucket -> Stream.of(bucket.getBucketArn(), bucket.arnForObjects("*")))
                .toList();
        vpc.addGatewayEndpoint(
                        "S3",
                        GatewayVpcEndpointOptions.builder()
                                .service(GatewayVpcEndpointAwsService.S3)
                                .build())
                .addToPolicy(ownAccount(List.of("s3:*"), resources));
    }

    /** An intruder on a node cannot use credentials of another account, such as for copying data to it. */
    private PolicyStatement ownAccount(List<String> actions, List<String> resources) {
        return PolicyStatement.Builder.create()
                .principals(List.of(new AnyPrincipal()))
                .actions(actions)
                .resources(resources)
                .conditions(Map.of(
                        "StringEquals",
                        Map.of("aws:PrincipalAccount", Stack.of(vpc).getAccount())))
                .build();
    }
}
