package org.consilium.account.passkey;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.exception.Base64UrlException;
import java.util.Optional;
import java.util.Set;

/**
 * The passkey that an answer is checked with, as the library asks for it; none at a registration. The library asks by
 * user names, too: here they are user handles in base64url.
 */
record OneCredential(Optional<RegisteredCredential> credential) implements CredentialRepository {

    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
        return Set.of();
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String username) {
        try {
            return Optional.of(ByteArray.fromBase64Url(username));
        } catch (Base64UrlException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
        return Optional.of(userHandle.getBase64Url());
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray userHandle) {
        return credential.filter(known -> known.getCredentialId().equals(credentialId)
                && known.getUserHandle().equals(userHandle));
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
        return credential
                .filter(known -> known.getCredentialId().equals(credentialId))
                .map(Set::of)
                .orElseGet(Set::of);
    }
}
