package org.consilium.account.passkey;

import com.yubico.webauthn.data.ByteArray;
import java.nio.charset.StandardCharsets;
import org.consilium.platform.Digests;

/**
 * The user handle, by which authenticators know an account (WebAuthn Level 3, sections 5.4.3 and 14.6.1). It is the
 * same for all passkeys of a person, so that an authenticator keeps only one of them, and says nothing about the
 * person. It is the SHA-256 of the account's public id, which is random. No secret key goes into it: keys are
 * exchanged, and a handle must never change.
 */
final class UserHandle {

    private static final String PURPOSE = "passkey user handle ";

    private UserHandle() {}

    /** 32 bytes. */
    static ByteArray of(String accountId) {
        return new ByteArray(Digests.sha256((PURPOSE + accountId).getBytes(StandardCharsets.UTF_8)));
    }
}
