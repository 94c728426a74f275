package org.consilium.aws.stack.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consilium.aws.stack.Cloud;
import org.consilium.aws.stack.NeedsNode;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

@NeedsNode
class EdgeTest {

    private static void distribution(Map<String, Object> configuration) {
        Cloud.all("AWS::CloudFront::Distribution", Map.of("DistributionConfig", configuration));
    }

    @Test
    void onlyItsOwnSignatureOpensTheBucket() {
        distribution(Map.of(
                "Origins",
                List.of(Map.of(
                        "OriginAccessControlId",
                        Map.of(
                                "Fn::GetAtt",
                                List.of(Match.stringLikeRegexp("OriginAccessControl"), Match.anyValue()))))));
        Cloud.all(
                "AWS::CloudFront::OriginAccessControl",
                Map.of("OriginAccessControlConfig", Map.of("SigningBehavior", "always", "SigningProtocol", "sigv4")));
    }

    @Test
    void mayUseTheKeyOfTheImages() {
        assertThat(Cloud.at("AWS::KMS::Key", "Keys/Data").at("KeyPolicy").toString())
                .contains("cloudfront.amazonaws.com");
    }

    @Test
    void onlyLinksSignedByOneOfTwoKeysWork() {
        distribution(Map.of("DefaultCacheBehavior", Map.of("TrustedKeyGroups", List.of(Match.anyValue()))));
        Cloud.all(
                "AWS::CloudFront::KeyGroup",
                Map.of("KeyGroupConfig", Map.of("Items", List.of(Match.anyValue(), Match.anyValue()))));
        assertThat(Cloud.all("AWS::CloudFront::PublicKey"))
                .extracting(key ->
                        key.at("Properties", "PublicKeyConfig", "EncodedKey").text())
                .doesNotHaveDuplicates()
                .allSatisfy(pem -> assertThat(pem).startsWith("-----BEGIN PUBLIC KEY-----"));
    }

    @Test
    void acceptsTls12OrNewer() {
        distribution(Map.of("ViewerCertificate", Map.of("MinimumProtocolVersion", "TLSv1.2_2021")));
        distribution(Map.of(
                "DefaultCacheBehavior",
                Map.of("ViewerProtocolPolicy", "https-only", "AllowedMethods", List.of("GET", "HEAD"))));
    }

    @Test
    void noBrowserKeepsAnImage() {
        Cloud.all(
                "AWS::CloudFront::ResponseHeadersPolicy",
                Map.of(
                        "ResponseHeadersPolicyConfig",
                        Map.of(
                                "CustomHeadersConfig",
                                Map.of(
                                        "Items",
                                        List.of(Map.of(
                                                "Header",
                                                "Cache-Control",
                                                "Value",
                                                "private, no-store",
                                                "Override",
                                                true))))));
    }

    @Test
    void isBehindAFirewallInUsEast1() {
        distribution(Map.of("WebACLId", Map.of("Fn::ImportValue", Match.stringLikeRegexp("FirewallAcl"))));
        Cloud.edge().hasResourceProperties("AWS::WAFv2::WebACL", Map.of("Scope", "CLOUDFRONT"));
    }
}
