package org.consilium.account;

/** Why a sign-in failed; the trail says so, and nobody else is told. */
public enum SignInFailure {
    UNKNOWN_ADDRESS,
    WRONG_PASSWORD,
    /** It is disabled, invited, or locked. */
    ACCOUNT_CLOSED,
    WRONG_CODE,
    PASSKEY_REFUSED
}
