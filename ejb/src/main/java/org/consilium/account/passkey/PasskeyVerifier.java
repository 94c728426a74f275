package org.consilium.account.passkey;

import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.UserIdentity;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Verifies what browsers and authenticators answer (WebAuthn Level 3, sections 7.1 and 7.2). */
final class PasskeyVerifier {
    private static final Logger LOG = Logger.getLogger(PasskeyVerifier.class.getName());

    /** Far more than an answer without attestation certificates has. */
    private static final int MAX_CHARACTERS = PasskeyAnswer.MAX;

    /** Section 7.1. */
    private static final int MAX_ID_BYTES = 1023;

    /** More than an RSA key of 4,096 bits has. */
    private static final int MAX_KEY_BYTES = 1024;

    /**
     * What browsers send if no attestation was asked for (section 5.1.3): none, or that of the passkey itself. The
     * others are neither asked for nor read.
     */
    private static final Set<String> ATTESTATION_FORMATS = Set.of("none", "packed");

    private final PasskeyOptions options;
    private final String origin;

    PasskeyVerifier(PasskeySite site, PasskeyOptions options) {
        this.options = options;
        this.origin = site.origin();
    }

    /** The passkey that was made; empty if anything is wrong. */
    Optional<NewCredential> register(ByteArray challenge, ByteArray userHandle, String response) {
        return verified(() -> {
            checkLength(response);
            var sent = PublicKeyCredential.parseRegistrationResponseJson(SentJson.registration(response));
            AuthenticatorAttestationResponse made = sent.getResponse();
            PasskeyRefusal.unless(
                    ATTESTATION_FORMATS.contains(made.getAttestation().getFormat()), "attestation");
            checkFrame(made.getClientDataJSON());
            UserIdentity owner = UserIdentity.builder()
                    .name("")
                    .displayName("")
                    .id(userHandle)
                    .build();
            RegistrationResult result = party(Optional.empty())
                    .finishRegistration(FinishRegistrationOptions.builder()
                            .request(options.creation(challenge, owner, List.of()))
                            .response(sent)
                            .build());
            return credential(result, made.getAuthenticatorData());
        });
    }

    private static NewCredential credential(RegistrationResult result, ByteArray authenticatorData)
            throws PasskeyRefusal {
        PasskeyRefusal.unless(result.isUserVerified(), "user not verified");
        PasskeyRefusal.unless(result.getKeyId().getId().size() <= MAX_ID_BYTES, "length of the id");
        PasskeyRefusal.unless(result.getPublicKeyCose().size() <= MAX_KEY_BYTES, "length of the key");
        return new NewCredential(
                result.getKeyId(),
                result.getPublicKeyCose(),
                result.getSignatureCount(),
                BackupFlags.in(authenticatorData));
    }

    /** The signature, not verified yet; empty if it is malformed. */
    Optional<SentAssertion> read(String response) {
        return verified(() -> {
            checkLength(response);
            return new SentAssertion(PublicKeyCredential.parseAssertionResponseJson(SentJson.assertion(response)));
        });
    }

    /** The assertion that was signed with the passkey; empty if anything is wrong. */
    Optional<Passkey.Use> verify(
            ByteArray challenge, SentAssertion sent, RegisteredCredential passkey, boolean isOwnerKnown) {
        return verified(() -> {
            checkFrame(sent.clientData());
            AssertionRequest request = AssertionRequest.builder()
                    .publicKeyCredentialRequestOptions(options.request(challenge, List.of()))
                    .userHandle(Optional.of(passkey.getUserHandle()).filter(handle -> isOwnerKnown))
                    .build();
            AssertionResult result = party(Optional.of(passkey))
                    .finishAssertion(FinishAssertionOptions.builder()
                            .request(request)
                            .response(sent.response())
                            .build());
            PasskeyRefusal.unless(result.isSuccess() && result.isUserVerified(), "user not verified");
            return new Passkey.Use(result.getSignatureCount(), BackupFlags.in(sent.authenticatorData()));
        });
    }

    /** The library with the one passkey that the answer is about. */
    private RelyingParty party(Optional<RegisteredCredential> passkey) {
        return RelyingParty.builder()
                .identity(options.party())
                .credentialRepository(new OneCredential(passkey))
                .origins(Set.of(origin))
                .build();
    }

    private static void checkLength(String response) throws PasskeyRefusal {
        PasskeyRefusal.unless(response.length() <= MAX_CHARACTERS, "length");
    }

    /** No page of ours is inside another site's (sections 7.1 and 7.2, on crossOrigin). */
    private static void checkFrame(ByteArray clientData) throws PasskeyRefusal {
        try (JsonReader json = Json.createReader(new ByteArrayInputStream(clientData.getBytes()))) {
            PasskeyRefusal.unless(!json.readObject().getBoolean("crossOrigin", false), "frame of another site");
        }
    }

    /** Input from outside can be anything, and makes the libraries that read it fail in many ways. */
    private static <T> Optional<T> verified(Callable<T> verification) {
        try {
            return Optional.of(verification.call());
        } catch (Exception refused) {
            LOG.log(Level.INFO, "the answer of a passkey was refused: {0}", PasskeyRefusal.reason(refused));
            return Optional.empty();
        }
    }
}
