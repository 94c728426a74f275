package org.consilium.account.passkey;

import com.yubico.webauthn.data.AttestationConveyancePreference;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.PublicKeyCredentialParameters;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What a browser is asked for (WebAuthn Level 3, sections 5.4 and 5.5): passkeys that can be found without an e-mail
 * address, and that ask for the person's finger, face, or PIN each time, so that they are two factors in one (NIST SP
 * 800-63B-4, section 3.1.7). Authenticators need not tell their model: anybody's own device will do.
 */
final class PasskeyOptions {

    private static final String NAME = "Consilium";

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.RS256);

    private final RelyingPartyIdentity party;

    PasskeyOptions(PasskeySite site) {
        this.party = RelyingPartyIdentity.builder().id(site.domain()).name(NAME).build();
    }

    RelyingPartyIdentity party() {
        return party;
    }

    /**
     * To make a passkey.
     *
     * @param known the person's passkeys: a device that has one of them makes no other
     */
    PublicKeyCredentialCreationOptions creation(
            ByteArray challenge, UserIdentity owner, Collection<PublicKeyCredentialDescriptor> known) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(party)
                .user(owner)
                .challenge(challenge)
                .pubKeyCredParams(ALGORITHMS)
                .timeout(PasskeyChallenges.TTL.toMillis())
                .excludeCredentials(Set.copyOf(known))
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .build();
    }

    /**
     * To sign with a passkey.
     *
     * @param allowed empty for any passkey of this site
     */
    PublicKeyCredentialRequestOptions request(ByteArray challenge, List<PublicKeyCredentialDescriptor> allowed) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(party.getId())
                .timeout(PasskeyChallenges.TTL.toMillis())
                .allowCredentials(allowed)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }
}
