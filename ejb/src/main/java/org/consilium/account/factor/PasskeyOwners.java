package org.consilium.account.factor;

/** The passkeys of accounts: their package has them, which depends on this one. */
public interface PasskeyOwners {

    /** Whether the account has a passkey. */
    boolean hasPasskey(long accountKey);

    /** Removes all passkeys of an account. */
    void removePasskeys(long accountKey);
}
