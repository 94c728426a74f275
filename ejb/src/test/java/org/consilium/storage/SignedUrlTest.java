package org.consilium.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudfront.CloudFrontUtilities;
import software.amazon.awssdk.services.cloudfront.model.CannedSignerRequest;

/** Links are equal to those of AWS's own signer. */
class SignedUrlTest {

    private static final URI OBJECT = URI.create("https://images.example.org/some-id/display");
    private static final Instant END = Instant.parse("2026-01-02T03:04:05.678Z");

    /** RSA signatures are deterministic; with several keys, every substituted character occurs. */
    @RepeatedTest(5)
    void linksSignedWithRsaAreEqual() throws NoSuchAlgorithmException {
        KeyPair keys = keys("RSA");
        assertThat(new SignedUrl("K1", keys.getPrivate()).to(OBJECT, END)).hasToString(byAws(keys));
    }

    /** EC signatures are random; {@link EdgeTest} verifies them. */
    @Test
    void linksSignedWithEcAreEqualExceptForTheSignature() throws NoSuchAlgorithmException {
        KeyPair keys = keys("EC");
        assertThat(unsigned(
                        new SignedUrl("K1", keys.getPrivate()).to(OBJECT, END).toString()))
                .isEqualTo(unsigned(byAws(keys)));
    }

    private static String unsigned(String link) {
        return link.replaceAll("Signature=[A-Za-z0-9~_-]+&", "Signature=&");
    }

    private static String byAws(KeyPair keys) {
        return CloudFrontUtilities.create()
                .getSignedUrlWithCannedPolicy(CannedSignerRequest.builder()
                        .resourceUrl(OBJECT.toString())
                        .keyPairId("K1")
                        .privateKey(keys.getPrivate())
                        .expirationDate(END)
                        .build())
                .url();
    }

    private static KeyPair keys(String algorithm) throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    }
}
