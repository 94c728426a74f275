package org.consilium.aws.stack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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
 * Images on their way to browsers: by signed links alone, checked by either of two keys, so that one can be exchanged
 * while links of the other still live. The edge may keep an image; browsers may not.
 */
final class Edge extends Construct {

    private final List<IPublicKey> keys;
    private final Distribution distribution;

    Edge(Construct scope, Stage stage, Images images, Logs logs, String firewall) {
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
                .webAclId(firewall)
                .enableLogging(true)
                .logBucket(logs.access())
                .logFilePrefix("cloudfront/")
                .logIncludesCookies(false)
                .build();
    }

    /** CloudFront cannot change a key, so each is a resource of its own, which is known by what it is. */
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

    /** CloudFront's ids of the two keys, in the stage's order. */
    List<String> keyIds() {
        return keys.stream().map(IPublicKey::getPublicKeyId).toList();
    }

    Distribution distribution() {
        return distribution;
    }
}
