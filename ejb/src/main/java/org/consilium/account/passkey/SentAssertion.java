package org.consilium.account.passkey;

import com.yubico.webauthn.data.AuthenticatorAssertionResponse;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.ClientAssertionExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;

/** A browser's answer to a challenge, well-formed and not verified yet. */
record SentAssertion(PublicKeyCredential<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs> response) {

    /** Of the passkey that it claims to be signed with. */
    ByteArray credentialId() {
        return response.getId();
    }

    ByteArray authenticatorData() {
        return response.getResponse().getAuthenticatorData();
    }

    ByteArray clientData() {
        return response.getResponse().getClientDataJSON();
    }
}
