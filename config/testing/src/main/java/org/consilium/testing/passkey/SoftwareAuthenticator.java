package org.consilium.testing.passkey;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A browser and an authenticator in one, with one passkey of ES256 and no attestation, as a provider syncs it between
 * devices. What it says can be made wrong.
 */
public final class SoftwareAuthenticator {

    private static final int USER_PRESENT = 1;
    private static final int USER_VERIFIED = 1 << 2;
    private static final int BACKUP_ELIGIBLE = 1 << 3;
    private static final int BACKED_UP = 1 << 4;
    private static final int HAS_CREDENTIAL = 1 << 6;

    private static final int COORDINATE_BYTES = 32;
    private static final int AAGUID_BYTES = 16;

    private static final Pattern CHALLENGE = Pattern.compile("\"challenge\":\"([^\"]*)\"");
    private static final Pattern PARTY = Pattern.compile("\"rp\":\\{[^}]*\"id\":\"([^\"]*)\"|\"rpId\":\"([^\"]*)\"");
    private static final Pattern USER = Pattern.compile("\"user\":\\{[^}]*\"id\":\"([^\"]*)\"");

    private final KeyPair keys;
    private final byte[] credentialId = new byte[COORDINATE_BYTES];
    private String origin;
    private @Nullable String party;
    private @Nullable String userHandle;
    private boolean crossOrigin;
    private String format = "none";
    private int flags = USER_PRESENT | USER_VERIFIED | BACKUP_ELIGIBLE | BACKED_UP;
    private int counter;

    private SoftwareAuthenticator(String origin, KeyPair keys) {
        this.origin = origin;
        this.keys = keys;
        new SecureRandom().nextBytes(credentialId);
    }

    /** One with a new passkey. */
    public static SoftwareAuthenticator at(String origin) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new SoftwareAuthenticator(origin, generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Goes to another site. */
    public SoftwareAuthenticator visits(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    /** Signs for another relying party than it is asked for. */
    public SoftwareAuthenticator signsFor(String otherParty) {
        party = otherParty;
        return this;
    }

    /** Asks the person for a touch only. */
    public SoftwareAuthenticator verifiesNobody() {
        flags &= ~USER_VERIFIED;
        return this;
    }

    /** Keeps the passkey on this device. */
    public SoftwareAuthenticator keepsNoCopy() {
        flags &= ~(BACKUP_ELIGIBLE | BACKED_UP);
        return this;
    }

    /** Has signed so often. */
    public SoftwareAuthenticator counts(int signatures) {
        counter = signatures;
        return this;
    }

    /** Is in a frame of another site. */
    public SoftwareAuthenticator isFramed() {
        crossOrigin = true;
        return this;
    }

    /** Claims to have an attestation that it has not. */
    public SoftwareAuthenticator attestsBy(String otherFormat) {
        format = otherFormat;
        return this;
    }

    /** Says nothing of the owner, as for a passkey that is not discoverable. */
    public SoftwareAuthenticator forgetsItsOwner() {
        userHandle = null;
        return this;
    }

    /** Claims to be somebody else's, by a user handle in base64url. */
    public SoftwareAuthenticator claimsOwner(String otherHandle) {
        userHandle = otherHandle;
        return this;
    }

    /** A {@code RegistrationResponseJSON}. */
    public String create(String options) {
        userHandle = find(USER, options);
        byte[] data = Cbor.join(
                authenticatorData(options, HAS_CREDENTIAL),
                new byte[AAGUID_BYTES],
                new byte[] {0, (byte) credentialId.length},
                credentialId,
                publicKey());
        byte[] attestation = Cbor.map(
                Cbor.text("fmt"),
                Cbor.text(format),
                Cbor.text("attStmt"),
                Cbor.map(),
                Cbor.text("authData"),
                Cbor.bytes(data));
        return answer(("\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\",\"authenticatorData\":\"%s\","
                        + "\"publicKeyAlgorithm\":-7,\"publicKey\":\"%s\",\"transports\":[\"internal\",\"hybrid\",\"new\"]")
                .formatted(
                        base64(clientData("webauthn.create", options)),
                        base64(attestation),
                        base64(data),
                        base64(keys.getPublic().getEncoded())));
    }

    /** An {@code AuthenticationResponseJSON}. */
    public String get(String options) {
        byte[] client = clientData("webauthn.get", options);
        byte[] data = authenticatorData(options, 0);
        String handle = userHandle == null ? "" : ",\"userHandle\":\"" + userHandle + "\"";
        return answer("\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\"%s"
                .formatted(base64(client), base64(data), base64(sign(Cbor.join(data, sha256(client)))), handle));
    }

    private String answer(String response) {
        String id = base64(credentialId);
        return "{\"id\":\"%s\",\"rawId\":\"%s\",\"type\":\"public-key\",\"authenticatorAttachment\":\"platform\","
                        .formatted(id, id)
                + "\"clientExtensionResults\":{},\"response\":{" + response + "}}";
    }

    private byte[] clientData(String type, String options) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":%s}"
                .formatted(type, find(CHALLENGE, options), origin, crossOrigin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(String options, int moreFlags) {
        String id = party == null ? find(PARTY, options) : party;
        return Cbor.join(
                sha256(id.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) (flags | moreFlags)},
                ByteBuffer.allocate(Integer.BYTES).putInt(counter).array());
    }

    /** A COSE_Key for ES256 (RFC 9053, section 7.1.1). */
    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return Cbor.map(
                Cbor.integer(1),
                Cbor.integer(2),
                Cbor.integer(3),
                Cbor.integer(-7),
                Cbor.integer(-1),
                Cbor.integer(1),
                Cbor.integer(-2),
                Cbor.bytes(coordinate(key.getW().getAffineX())),
                Cbor.integer(-3),
                Cbor.bytes(coordinate(key.getW().getAffineY())));
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] padded = Cbor.join(new byte[COORDINATE_BYTES], signed);
        return Arrays.copyOfRange(padded, padded.length - COORDINATE_BYTES, padded.length);
    }

    private byte[] sign(byte[] data) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] data) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(data);
    }

    private static String find(Pattern pattern, String options) {
        Matcher found = pattern.matcher(options);
        if (!found.find()) {
            throw new IllegalArgumentException(pattern + " is not in " + options);
        }
        return found.groupCount() > 1 && found.group(1) == null ? found.group(2) : found.group(1);
    }
}
