package org.consilium.aws.stack.edge;

import java.util.List;
import org.consilium.aws.stack.logs.Logs;
import org.consilium.aws.stack.network.Network;
import org.consilium.aws.stack.stage.Stage;
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

/**
 * The load balancer: TLS only, behind a firewall. A request goes to the node with the fewest outstanding ones. The
 * construct's id is that of the first deployments: a new one would replace the load balancer.
 */
public final class LoadBalancing extends Construct {

    /** As long as a draining node accepts requests (CONSILIUM_DRAIN_TIMEOUT in the machine image). */
    public static final int DEREGISTRATION_SECONDS = 60;

    public static final int IDLE_SECONDS = 60;

    private final ApplicationLoadBalancer balancer;
    private final ApplicationTargetGroup nodes;

    public LoadBalancing(Construct scope, Stage stage, Network network, Logs logs) {
        super(scope, "Front");
        balancer = ApplicationLoadBalancer.Builder.create(this, "Balancer")
                .vpc(network.vpc())
                .vpcSubnets(Network.tier(Network.FRONT))
                .securityGroup(network.front())
                .internetFacing(true)
                .deletionProtection(true)
                .dropInvalidHeaderFields(true)
                .desyncMitigationMode(DesyncMitigationMode.STRICTEST)
                // shorter than a node's, so that the balancer closes idle connections, and never sends a request on a
                // closing one
                .idleTimeout(Duration.seconds(IDLE_SECONDS))
                .build();
        // not its access log, which contains queries: the firewall and the nodes log requests without them
        balancer.logConnectionLogs(logs.access(), "alb");
        nodes = targets(network);
        listen(stage);
        Firewall firewall = new Firewall(this, "Firewall", Firewall.Target.LOAD_BALANCER, logs.groups());
        CfnWebACLAssociation.Builder.create(this, "Protection")
                .resourceArn(balancer.getLoadBalancerArn())
                .webAclArn(firewall.arn())
                .build();
    }

    private ApplicationTargetGroup targets(Network network) {
        return ApplicationTargetGroup.Builder.create(this, "Nodes")
                .vpc(network.vpc())
                .targetType(TargetType.INSTANCE)
                .port(Network.NODE_PORT)
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

    public ApplicationLoadBalancer balancer() {
        return balancer;
    }

    public ApplicationTargetGroup nodes() {
        return nodes;
    }
}
