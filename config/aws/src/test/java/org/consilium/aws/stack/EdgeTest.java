package org.consilium.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@NeedsNode
class EdgeTest {

    private static final Json DISTRIBUTION =
            Cloud.only("AWS::CloudFront::Distribution").at("DistributionConfig");

    @Test
    void reachesTheBucketWithItsOwnSignatureAlone() {
        assertThat(DISTRIBUTION.at("Origins", 0, "OriginAccessControlId").toString())
                .contains("OriginAccessControl");
        Json control = Cloud.only("AWS::CloudFront::OriginAccessControl").at("OriginAccessControlConfig");
        assertThat(control.at("SigningBehavior").text()).isEqualTo("always");
        assertThat(control.at("SigningProtocol").text()).isEqualTo("sigv4");
    }

    @Test
    void mayUseTheKeyOfTheImages() {
        assertThat(Cloud.at("AWS::KMS::Key", "Keys/Data").at("KeyPolicy").toString())
                .contains("cloudfront.amazonaws.com");
    }

    @Test
    void showsNothingWithoutALinkThatOneOfTwoKeysHasSigned() {
        assertThat(DISTRIBUTION.at("DefaultCacheBehavior", "TrustedKeyGroups").elements())
                .hasSize(1);
        assertThat(Cloud.only("AWS::CloudFront::KeyGroup")
                        .at("KeyGroupConfig", "Items")
                        .elements())
                .hasSize(2);
        assertThat(Cloud.all("AWS::CloudFront::PublicKey"))
                .extracting(key ->
                        key.at("Properties", "PublicKeyConfig", "EncodedKey").text())
                .doesNotHaveDuplicates()
                .allSatisfy(pem -> assertThat(pem).startsWith("-----BEGIN PUBLIC KEY-----"));
    }

    @Test
    void takesTls12OrNewer() {
        assertThat(DISTRIBUTION
                        .at("ViewerCertificate", "MinimumProtocolVersion")
                        .text())
                .isEqualTo("TLSv1.2_2021");
        assertThat(DISTRIBUTION
                        .at("DefaultCacheBehavior", "ViewerProtocolPolicy")
                        .text())
                .isEqualTo("https-only");
        assertThat(DISTRIBUTION.at("DefaultCacheBehavior", "AllowedMethods").texts())
                .containsExactly("GET", "HEAD");
    }

    @Test
    void noBrowserKeepsAnImage() {
        Json header = Cloud.only("AWS::CloudFront::ResponseHeadersPolicy")
                .at("ResponseHeadersPolicyConfig", "CustomHeadersConfig", "Items", 0);

        assertThat(header.at("Header").text()).isEqualTo("Cache-Control");
        assertThat(header.at("Value").text()).isEqualTo("private, no-store");
        assertThat(header.at("Override").text()).isEqualTo("true");
    }

    @Test
    void isLoggedWithoutCookies() {
        assertThat(DISTRIBUTION.at("Logging", "Prefix").text()).isEqualTo("cloudfront/");
        assertThat(DISTRIBUTION.at("Logging", "IncludeCookies").text()).isEqualTo("false");
    }

    @Test
    void aFirewallInUsEast1StandsBeforeIt() {
        assertThat(DISTRIBUTION.at("WebACLId").toString()).contains("FirewallAcl");
        Cloud.edge().hasResourceProperties("AWS::WAFv2::WebACL", Map.of("Scope", "CLOUDFRONT"));
    }
}
