package org.consilium.account.recovery;

/** How a request to remove the second factors of an account has ended. */
public enum FactorResetOutcome {
    /** They were removed. */
    DONE,
    /** Somebody on the staff has taken it back, or does not approve it. */
    WITHDRAWN,
    /** The owner has signed in with a second factor after all. */
    OWNER_SIGNED_IN,
    /** The account was disabled. */
    ACCOUNT_DISABLED,
    /** Nobody has approved it in time. */
    EXPIRED
}
