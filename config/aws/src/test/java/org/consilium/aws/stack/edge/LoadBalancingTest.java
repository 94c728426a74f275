package org.consilium.aws.stack.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consilium.aws.stack.Cloud;
import org.consilium.aws.stack.NeedsNode;
import org.junit.jupiter.api.Test;

@NeedsNode
class LoadBalancingTest {

    private static final String BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    private static final String LISTENER = "AWS::ElasticLoadBalancingV2::Listener";
    private static final String NODES = "AWS::ElasticLoadBalancingV2::TargetGroup";

    private static void attribute(String type, String attributes, String key, String value) {
        Cloud.all(type, Map.of(attributes, Cloud.containing(Map.of("Key", key, "Value", value))));
    }

    @Test
    void acceptsTls13And12Only() {
        Cloud.has(
                LISTENER,
                "Front/Balancer/Https/Resource",
                Map.of("Protocol", "HTTPS", "SslPolicy", "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"));
    }

    @Test
    void plainRequestsAreRedirectedToTls() {
        Cloud.has(
                LISTENER,
                "Front/Balancer/Http/Resource",
                Map.of(
                        "DefaultActions",
                        List.of(Map.of(
                                "Type",
                                "redirect",
                                "RedirectConfig",
                                Map.of("Protocol", "HTTPS", "StatusCode", "HTTP_301")))));
    }

    @Test
    void isProtectedAndLogged() {
        Map.of(
                        "deletion_protection.enabled", "true",
                        "connection_logs.s3.enabled", "true",
                        "connection_logs.s3.prefix", "alb",
                        "routing.http.drop_invalid_header_fields.enabled", "true",
                        "routing.http.desync_mitigation_mode", "strictest")
                .forEach((key, value) -> attribute(BALANCER, "LoadBalancerAttributes", key, value));
    }

    @Test
    void theLeastBusyNodeIsAskedAndNoneThatDrains() {
        Map.of(
                        "load_balancing.algorithm.type", "least_outstanding_requests",
                        "deregistration_delay.timeout_seconds", "" + LoadBalancing.DEREGISTRATION_SECONDS,
                        "stickiness.enabled", "false")
                .forEach((key, value) -> attribute(NODES, "TargetGroupAttributes", key, value));
    }

    @Test
    void healthChecksUseTls() {
        Cloud.all(
                NODES,
                Map.of(
                        "Protocol", "HTTPS",
                        "HealthCheckPath", "/health/ready",
                        "HealthCheckProtocol", "HTTPS",
                        "Matcher", Map.of("HttpCode", "200")));
    }

    @Test
    void isBehindAFirewall() {
        Cloud.all("AWS::WAFv2::WebACLAssociation", Map.of("ResourceArn", Cloud.ref("FrontBalancer")));
        assertThat(Cloud.only("AWS::WAFv2::WebACL").at("Rules").toString())
                .contains("RateBasedStatement", "AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet");
    }
}
