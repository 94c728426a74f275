package org.consilium.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key pair in a file: a private key on the curve P-256 (PKCS #8) and its public key, both as PEM. {@code openssl
 * genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256} writes the first, {@code openssl pkey -pubout} the second.
 */
final class SealKeyFile {
    private static final Pattern PRIVATE =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Pattern PUBLIC =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    private final PrivateKey privateKey;
    private final byte[] publicKey;

    private SealKeyFile(PrivateKey privateKey, byte[] publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** @throws IllegalStateException if there is no key pair in it */
    static SealKeyFile read(Path file) {
        try {
            String pem = Files.readString(file);
            return new SealKeyFile(
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der(PRIVATE, pem))),
                    der(PUBLIC, pem));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "consilium.audit.seal-key-file does not hold a private and a public key on P-256 as PEM",
                    unreadable);
        }
    }

    private static byte[] der(Pattern kind, String pem) {
        Matcher key = kind.matcher(pem);
        if (!key.find()) {
            throw new IllegalArgumentException("no " + kind);
        }
        return Base64.getMimeDecoder().decode(key.group(1));
    }

    /** @param hash of SHA-256 */
    byte[] sign(byte[] hash) {
        try {
            Signature signature = Signature.getInstance("NONEwithECDSA");
            signature.initSign(privateKey);
            signature.update(hash);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has ECDSA", impossible);
        }
    }

    /** A SubjectPublicKeyInfo. */
    byte[] publicKey() {
        return publicKey.clone();
    }
}
