package org.consilium.aws.stack.edge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.consilium.aws.stack.data.Images;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.HeadersFrameOption;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.IPublicKey;
import software.amazon.awscdk.services.cloudfront.KeyGroup;
import software.amazon.awscdk.services.cloudfront.PublicKey;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersFrameOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.constructs.Construct;

/**
 * CloudFront, which delivers images to browsers. Only signed links work; two keys are valid at a time, so that one can
 * be rotated while links signed by the other are in use. CloudFront may cache an image; browsers may not.
 */
public final class Edge extends Construct {

    private final List<IPublicKey> keys;
    private final Distribution distribution;

    public Edge(Construct scope, Stage stage, Images images, String firewall) {
        super(scope, "Edge");
        keys = stage.edgeKeys().stream().map(this::key).toList();
        KeyGroup group = KeyGroup.Builder.create(this, "Keys").items(keys).build();
        distribution = Distribution.Builder.create(this, "Distribution")
                .comment("Images of " + stage.name())
                .domainNames(List.of(stage.imagesDomain()))
                .certificate(Certificate.fromCertificateArn(this, "Certificate", stage.imagesCertificate()))
                .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
                .httpVersion(HttpVersion.HTTP2_AND_3)
                .defaultBehavior(BehaviorOptions.builder()
                        .origin(S3BucketOrigin.withOriginAccessControl(images.bucket()))
                        .trustedKeyGroups(List.of(group))
                        .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                        .allowedMethods(AllowedMethods.ALLOW_GET_HEAD)
                        .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
                        .responseHeadersPolicy(headers())
                        .compress(false)
                        .build())
                // its log is in EdgeLogStack: this construct's would contain queries
                .webAclId(firewall)
                .build();
    }

    /** CloudFront cannot change a public key. Its id depends on its content, so that a new key is a new resource. */
    private IPublicKey key(String pem) {
        return PublicKey.Builder.create(this, "Key" + digest(pem))
                .encodedKey(pem)
                .build();
    }

    private static String digest(String pem) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(pem.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private ResponseHeadersPolicy headers() {
        return ResponseHeadersPolicy.Builder.create(this, "Headers")
                .comment("No browser and no proxy keeps an image")
                .customHeadersBehavior(ResponseCustomHeadersBehavior.builder()
                        .customHeaders(List.of(ResponseCustomHeader.builder()
                                .header("Cache-Control")
                                .value("private, no-store")
                                .override(true)
                                .build()))
                        .build())
                .securityHeadersBehavior(ResponseSecurityHeadersBehavior.builder()
                        .contentTypeOptions(ResponseHeadersContentTypeOptions.builder()
                                .override(true)
                                .build())
                        .frameOptions(ResponseHeadersFrameOptions.builder()
                                .frameOption(HeadersFrameOption.DENY)
                                .override(true)
                                .build())
                        .strictTransportSecurity(ResponseHeadersStrictTransportSecurity.builder()
                                .accessControlMaxAge(Duration.days(730))
                                .includeSubdomains(true)
                                .override(true)
                                .build())
                        .build())
                .build();
    }

    /** CloudFront's ids of the two keys, in the order of the stage's file. */
    public List<String> keyIds() {
        return keys.stream().map(IPublicKey::getPublicKeyId).toList();
    }

    String arn() {
        return distribution.getDistributionArn();
    }

    Distribution distribution() {
        return distribution;
    }
}
