package org.consilium.account.passkey;

import com.yubico.webauthn.data.ByteArray;

/**
 * Whether a passkey can be copied to its provider, and whether it has been (WebAuthn Level 3, section 6.1.3,
 * "Credential Backup State").
 */
record BackupFlags(boolean eligible, boolean backedUp) {

    /** Of the flags in authenticator data (section 6.1). */
    private static final int FLAGS = 32;

    private static final int ELIGIBLE = 1 << 3;
    private static final int BACKED_UP = 1 << 4;

    static BackupFlags in(ByteArray authenticatorData) {
        int flags = authenticatorData.getBytes()[FLAGS];
        return new BackupFlags((flags & ELIGIBLE) != 0, (flags & BACKED_UP) != 0);
    }
}
