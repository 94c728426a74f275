package org.consilium.trail.seal;

import java.util.Base64;

/** The private key of the seals, wherever it is. */
public interface Signer {

    /** See {@link PublicKeys#id}. */
    String keyId();

    /** An ECDSA signature, in DER, over a SHA-256 hash. */
    byte[] sign(byte[] hash);

    /** Signs the text of a line. */
    default SignedLine sign(JsonLine line) {
        String text = line.with("key", keyId()).open();
        return new SignedLine(text, Base64.getEncoder().encodeToString(sign(Sha256.of(text))));
    }
}
