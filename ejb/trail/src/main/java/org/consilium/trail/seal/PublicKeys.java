package org.consilium.trail.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The public keys by which seals and anchors are verified: the present one, and those before it. */
public final class PublicKeys {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");
    private static final int ID_BYTES = 8;
    private static final int LINE = 64;

    private final Map<String, PublicKey> keys;

    private PublicKeys(Map<String, PublicKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * All keys of a text, others around them left aside.
     *
     * @throws IllegalArgumentException if there is none, or one that is not on an elliptic curve
     */
    public static PublicKeys ofPem(String pem) {
        Map<String, PublicKey> keys = new LinkedHashMap<>();
        Matcher key = PEM.matcher(pem);
        while (key.find()) {
            byte[] der = Base64.getMimeDecoder().decode(key.group(1));
            keys.put(id(der), parse(der));
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no public key in PEM");
        }
        return new PublicKeys(keys);
    }

    /**
     * One key.
     *
     * @param der a SubjectPublicKeyInfo
     */
    public static PublicKeys ofDer(byte[] der) {
        return new PublicKeys(Map.of(id(der), parse(der)));
    }

    public PublicKeys and(PublicKeys others) {
        Map<String, PublicKey> both = new LinkedHashMap<>(keys);
        both.putAll(others.keys);
        return new PublicKeys(both);
    }

    private static PublicKey parse(byte[] der) {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalArgumentException("not a public key on an elliptic curve", unreadable);
        }
    }

    /** The first 16 hexadecimal digits of the SHA-256 of a key's SubjectPublicKeyInfo. */
    public static String id(byte[] der) {
        return HexFormat.of().formatHex(Arrays.copyOf(Sha256.begin().digest(der), ID_BYTES));
    }

    /** A SubjectPublicKeyInfo as PEM. */
    public static String pem(byte[] der) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** Whether the key is among these. */
    public boolean knows(String id) {
        return keys.containsKey(id);
    }

    /** Whether a line was signed by the key of that id, which is among these. */
    public boolean haveSigned(SignedLine line, String id) {
        PublicKey key = keys.get(id);
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(key);
            signature.update(Sha256.bytes(line.text()));
            return signature.verify(Base64.getDecoder().decode(line.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return false;
        }
    }

    /** Whether one of these keys has signed a hash. */
    public boolean isOf(byte[] signed, byte[] hash) {
        return keys.values().stream().anyMatch(key -> isOf(key, signed, hash));
    }

    private static boolean isOf(PublicKey key, byte[] signed, byte[] hash) {
        try {
            Signature signature = Signature.getInstance("NONEwithECDSA");
            signature.initVerify(key);
            signature.update(hash);
            return signature.verify(signed);
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }
}
