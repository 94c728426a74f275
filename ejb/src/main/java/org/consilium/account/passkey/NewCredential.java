package org.consilium.account.passkey;

import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;

/**
 * A passkey that an authenticator has made.
 *
 * @param descriptor its id and its transports
 * @param publicKey a COSE_Key (RFC 9052, section 7)
 * @param flags at its registration
 */
record NewCredential(
        PublicKeyCredentialDescriptor descriptor, ByteArray publicKey, long signCount, BackupFlags flags) {}
