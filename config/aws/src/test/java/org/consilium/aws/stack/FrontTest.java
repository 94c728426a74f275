package org.consilium.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@NeedsNode
class FrontTest {

    private static final String BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    private static final String LISTENER = "AWS::ElasticLoadBalancingV2::Listener";
    private static final Json NODES = Cloud.only("AWS::ElasticLoadBalancingV2::TargetGroup");

    @Test
    void takesTls13And12Alone() {
        Json https = Cloud.at(LISTENER, "Front/Balancer/Https");

        assertThat(https.at("Protocol").text()).isEqualTo("HTTPS");
        assertThat(https.at("SslPolicy").text()).isEqualTo("ELBSecurityPolicy-TLS13-1-2-Res-2021-06");
    }

    @Test
    void plainRequestsAreSentToTls() {
        Json action = Cloud.at(LISTENER, "Front/Balancer/Http/").at("DefaultActions", 0);

        assertThat(action.at("Type").text()).isEqualTo("redirect");
        assertThat(action.at("RedirectConfig", "Protocol").text()).isEqualTo("HTTPS");
        assertThat(action.at("RedirectConfig", "StatusCode").text()).isEqualTo("HTTP_301");
    }

    @Test
    void isProtectedAndLogged() {
        Map<String, String> attributes =
                attributes(Cloud.only(BALANCER).at("LoadBalancerAttributes").elements());

        assertThat(attributes)
                .containsEntry("deletion_protection.enabled", "true")
                .containsEntry("access_logs.s3.enabled", "true")
                .containsEntry("access_logs.s3.prefix", "alb")
                .containsEntry("routing.http.drop_invalid_header_fields.enabled", "true")
                .containsEntry("routing.http.desync_mitigation_mode", "strictest");
    }

    @Test
    void theNodeWithLeastToDoIsAskedAndADrainedOneNoMore() {
        Map<String, String> attributes =
                attributes(NODES.at("TargetGroupAttributes").elements());

        assertThat(attributes)
                .containsEntry("load_balancing.algorithm.type", "least_outstanding_requests")
                .containsEntry("deregistration_delay.timeout_seconds", String.valueOf(Front.DEREGISTRATION_SECONDS))
                .containsEntry("stickiness.enabled", "false");
    }

    @Test
    void nodesAreAskedByTlsWhetherTheyAreReady() {
        assertThat(NODES.at("Protocol").text()).isEqualTo("HTTPS");
        assertThat(NODES.at("HealthCheckPath").text()).isEqualTo("/health/ready");
        assertThat(NODES.at("HealthCheckProtocol").text()).isEqualTo("HTTPS");
        assertThat(NODES.at("Matcher", "HttpCode").text()).isEqualTo("200");
    }

    @Test
    void aFirewallStandsBeforeIt() {
        Json acl = Cloud.only("AWS::WAFv2::WebACL");

        assertThat(Cloud.only("AWS::WAFv2::WebACLAssociation").at("ResourceArn").toString())
                .contains("FrontBalancer");
        assertThat(acl.at("Rules").toString())
                .contains("RateBasedStatement", "AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet");
    }

    @Test
    void theFirewallsLogHoldsNoCookieAndNoQuery() {
        assertThat(Cloud.only("AWS::WAFv2::LoggingConfiguration")
                        .at("RedactedFields")
                        .toString())
                .contains("cookie", "authorization", "QueryString");
    }

    private static Map<String, String> attributes(List<Json> attributes) {
        return attributes.stream()
                .collect(Collectors.toMap(
                        each -> each.at("Key").text(), each -> each.at("Value").text()));
    }
}
