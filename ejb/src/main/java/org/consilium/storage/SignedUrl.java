package org.consilium.storage;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/**
 * Signs CloudFront URLs with a canned policy, which opens one object until a given time. The algorithm is in the Amazon
 * CloudFront Developer Guide ("Create a signed URL using a canned policy"); CloudFront expects SHA-1 by default. AWS's
 * own signer comes in a library of 3,300 classes, which every node would load when it starts; the tests compare the
 * results of both.
 *
 * @param keyPairId the id of the public key in CloudFront's key group
 * @param key RSA or EC
 */
record SignedUrl(String keyPairId, PrivateKey key) {

    /**
     * Signs a link to an object.
     *
     * @param object its address at the distribution, without a query
     * @param end when the link expires; CloudFront counts whole seconds
     */
    URI to(URI object, Instant end) {
        String policy =
                "{\"Statement\":[{\"Resource\":\"%s\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":%d}}}]}"
                        .formatted(object, end.getEpochSecond());
        return URI.create("%s?Expires=%d&Signature=%s&Key-Pair-Id=%s"
                .formatted(object, end.getEpochSecond(), signature(policy), keyPairId));
    }

    /** The signature in Base64, with CloudFront's substitutes for characters that are not allowed in a query. */
    private String signature(String policy) {
        try {
            Signature signature =
                    Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA1withECDSA" : "SHA1withRSA");
            signature.initSign(key);
            signature.update(policy.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(signature.sign())
                    .replace('+', '-')
                    .replace('=', '_')
                    .replace('/', '~');
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the link cannot be signed", e);
        }
    }
}
