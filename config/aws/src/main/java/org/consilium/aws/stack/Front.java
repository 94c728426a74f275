package org.consilium.aws.stack;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.DesyncMitigationMode;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.RedirectOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupLoadBalancingAlgorithmType;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/** The load balancer that the world reaches: TLS alone, behind a firewall, to whichever node has least to do. */
final class Front extends Construct {

    /** As long as a node takes requests after it is told to stop (CONSILIUM_DRAIN_TIMEOUT of the machine image). */
    static final int DEREGISTRATION_SECONDS = 60;

    static final int IDLE_SECONDS = 60;

    private final ApplicationLoadBalancer balancer;
    private final ApplicationTargetGroup nodes;

    Front(Construct scope, Stage stage, Network network, Logs logs) {
        super(scope, "Front");
        balancer = ApplicationLoadBalancer.Builder.create(this, "Balancer")
                .vpc(network.vpc())
                .vpcSubnets(Network.tier(Network.FRONT))
                .securityGroup(network.front())
                .internetFacing(true)
                .deletionProtection(true)
                .dropInvalidHeaderFields(true)
                .desyncMitigationMode(DesyncMitigationMode.STRICTEST)
                // shorter than a node keeps a connection: the balancer, and not the node, closes one that is idle
                .idleTimeout(Duration.seconds(IDLE_SECONDS))
                .build();
        balancer.logAccessLogs(logs.access(), "alb");
        nodes = targets(network);
        listen(stage);
        Firewall firewall = new Firewall(this, "Firewall", Firewall.Place.LOAD_BALANCER, logs.groups());
        CfnWebACLAssociation.Builder.create(this, "Protection")
                .resourceArn(balancer.getLoadBalancerArn())
                .webAclArn(firewall.arn())
                .build();
    }

    private ApplicationTargetGroup targets(Network network) {
        return ApplicationTargetGroup.Builder.create(this, "Nodes")
                .vpc(network.vpc())
                .targetType(TargetType.INSTANCE)
                .port(Fleet.PORT)
                .protocol(ApplicationProtocol.HTTPS)
                .loadBalancingAlgorithmType(TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS)
                .deregistrationDelay(Duration.seconds(DEREGISTRATION_SECONDS))
                .healthCheck(HealthCheck.builder()
                        .path("/health/ready")
                        .protocol(Protocol.HTTPS)
                        .healthyHttpCodes("200")
                        .interval(Duration.seconds(5))
                        .timeout(Duration.seconds(4))
                        .healthyThresholdCount(2)
                        .unhealthyThresholdCount(2)
                        .build())
                .build();
    }

    private void listen(Stage stage) {
        balancer.addListener(
                "Https",
                BaseApplicationListenerProps.builder()
                        .port(443)
                        .protocol(ApplicationProtocol.HTTPS)
                        .sslPolicy(SslPolicy.TLS13_RES)
                        .certificates(List.of(ListenerCertificate.fromCertificateManager(
                                Certificate.fromCertificateArn(this, "Certificate", stage.certificate()))))
                        .defaultTargetGroups(List.of(nodes))
                        .build());
        balancer.addListener(
                "Http",
                BaseApplicationListenerProps.builder()
                        .port(80)
                        .protocol(ApplicationProtocol.HTTP)
                        .defaultAction(ListenerAction.redirect(RedirectOptions.builder()
                                .protocol("HTTPS")
                                .port("443")
                                .permanent(true)
                                .build()))
                        .build());
    }

    ApplicationLoadBalancer balancer() {
        return balancer;
    }

    ApplicationTargetGroup nodes() {
        return nodes;
    }
}
