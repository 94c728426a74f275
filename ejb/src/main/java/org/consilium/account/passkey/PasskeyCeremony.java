package org.consilium.account.passkey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.UserIdentity;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The relying party of WebAuthn: asks for passkeys and signatures, and verifies them. It knows no database: who asks
 * gives it the challenge, and the passkey that it is about.
 */
@ApplicationScoped
public class PasskeyCeremony {

    @Inject
    @ConfigProperty(name = "consilium.web.address")
    private String address;

    private PasskeyOptions options;
    private PasskeyVerifier verifier;

    @SuppressWarnings("NullAway.Init") // the container sets the fields before the first call
    public PasskeyCeremony() {}

    @SuppressWarnings("NullAway.Init") // without a container, there is no configuration
    PasskeyCeremony(PasskeySite site) {
        serve(site);
    }

    /** @throws IllegalStateException if the configuration has no valid address */
    @PostConstruct
    void open() {
        serve(PasskeySite.of(address));
    }

    private void serve(PasskeySite site) {
        options = new PasskeyOptions(site);
        verifier = new PasskeyVerifier(site, options);
    }

    /**
     * Asks for a new passkey.
     *
     * @param known the passkeys that the owner already has
     */
    String creationOptions(ByteArray challenge, UserIdentity owner, Collection<PublicKeyCredentialDescriptor> known) {
        try {
            return options.creation(challenge, owner, known).toCredentialsCreateJson();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Asks for a signature.
     *
     * @param allowed empty for any passkey of this site
     */
    String requestOptions(ByteArray challenge, List<PublicKeyCredentialDescriptor> allowed) {
        try {
            return options.request(challenge, allowed).toCredentialsGetJson();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Verifies that an authenticator has made a passkey for this challenge.
     *
     * @param response the {@code RegistrationResponseJSON} of the browser
     * @return empty if anything is wrong
     */
    Optional<NewCredential> register(ByteArray challenge, ByteArray userHandle, String response) {
        return verifier.register(challenge, userHandle, response);
    }

    /**
     * Reads a signature, without verifying it.
     *
     * @param response the {@code AuthenticationResponseJSON} of the browser
     * @return empty if it is malformed
     */
    Optional<SentAssertion> read(String response) {
        return verifier.read(response);
    }

    /**
     * Verifies that a signature is of this challenge, by this passkey.
     *
     * @param isOwnerKnown whether the challenge was for the passkey's owner; if not, the authenticator has to name them
     * @return empty if anything is wrong
     */
    Optional<Passkey.Use> verify(
            ByteArray challenge, SentAssertion sent, RegisteredCredential passkey, boolean isOwnerKnown) {
        return verifier.verify(challenge, sent, passkey, isOwnerKnown);
    }
}
