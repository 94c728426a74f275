package org.consilium.aws.stack.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consilium.aws.stack.Cloud;
import org.consilium.aws.stack.Json;
import org.consilium.aws.stack.NeedsNode;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/**
 * Logs of requests are kept for years. None has queries, which carry the signatures of links, nor the headers that
 * repeat an address or carry a session.
 */
@NeedsNode
class RequestLogTest {

    private static final List<Template> TEMPLATES =
            List.of(Cloud.template(), Cloud.edge(), Cloud.edgeLog(), Cloud.bakery());

    private static Stream<Json> everywhere(String type) {
        return TEMPLATES.stream()
                .flatMap(template -> Cloud.all(template, type).stream())
                .map(resource -> resource.at("Properties"));
    }

    /** Its format cannot be chosen. */
    @Test
    void loadBalancersLogConnectionsOnly() {
        assertThat(everywhere("AWS::ElasticLoadBalancingV2::LoadBalancer"))
                .isNotEmpty()
                .allSatisfy(balancer -> assertThat(balancer.at("LoadBalancerAttributes").elements().stream()
                                .filter(attribute ->
                                        attribute.at("Value").text().equals("true"))
                                .map(attribute -> attribute.at("Key").text()))
                        .contains("connection_logs.s3.enabled")
                        .doesNotContain("access_logs.s3.enabled"));
    }

    /** The older kind of log has all fields. */
    @Test
    void cloudFrontIsLoggedByADeliveryWithChosenFields() {
        assertThat(everywhere("AWS::CloudFront::Distribution"))
                .isNotEmpty()
                .noneMatch(distribution -> distribution.at("DistributionConfig").has("Logging"));
        Cloud.edgeLog()
                .hasResourceProperties(
                        "AWS::Logs::DeliverySource", Map.of("LogType", "ACCESS_LOGS", "ResourceArn", Match.anyValue()));
    }

    @Test
    void noDeliveryHasQueries() {
        assertThat(everywhere("AWS::Logs::Delivery"))
                .isNotEmpty()
                .allSatisfy(delivery -> assertThat(
                                delivery.at("RecordFields").elements().stream().map(Json::text))
                        .contains("c-ip", "cs-uri-stem", "sc-status")
                        .doesNotContain("cs-uri-query", "cs(Referer)", "cs(Cookie)", "cs-headers", "request_line"));
    }

    @Test
    void firewallsLogNeitherQueriesNorAddressesNorCookies() {
        assertThat(everywhere("AWS::WAFv2::LoggingConfiguration"))
                .hasSize(2)
                .allSatisfy(log -> assertThat(log.at("RedactedFields").toString())
                        .contains("QueryString", "cookie", "authorization", "referer"));
    }

    /** Links to images are signed in their query; the trail has the accesses without it. */
    @Test
    void theBucketOfImagesIsLoggedByTheTrail() {
        assertThat(Cloud.at("AWS::S3::Bucket", "Images/Bucket/Resource").has("LoggingConfiguration"))
                .isFalse();
        assertThat(Cloud.only("AWS::CloudTrail::Trail").at("EventSelectors").toString())
                .contains("AWS::S3::Object", "ImagesBucket");
    }

    @Test
    void cloudFrontMayWriteItsLogWhichIsEncrypted() {
        Cloud.edgeLog()
                .hasResourceProperties(
                        "AWS::Logs::ResourcePolicy",
                        Map.of("PolicyDocument", Match.anyValue(), "PolicyName", Match.anyValue()));
        Cloud.edgeLog()
                .allResourcesProperties(
                        "AWS::Logs::LogGroup",
                        Map.of("KmsKeyId", Match.anyValue(), "RetentionInDays", Match.anyValue()));
    }
}
