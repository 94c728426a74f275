package org.consilium.account.factor;

/** Which accounts have passkeys: their package answers it, which depends on this one. */
public interface PasskeyOwners {

    /** Whether the account has a passkey. */
    boolean hasPasskey(long accountKey);
}
