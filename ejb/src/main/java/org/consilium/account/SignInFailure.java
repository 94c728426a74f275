package org.consilium.account;

import org.consilium.access.TrailReason;

/** Why a sign-in failed; the trail says so, and nobody else is told. */
public enum SignInFailure implements TrailReason {
    UNKNOWN_ADDRESS,
    WRONG_PASSWORD,
    /** It is disabled, invited, or locked. */
    ACCOUNT_CLOSED,
    WRONG_CODE,
    PASSKEY_REFUSED
}
