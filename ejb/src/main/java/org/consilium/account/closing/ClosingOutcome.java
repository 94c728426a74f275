package org.consilium.account.closing;

/** How a request to close an account has ended. */
public enum ClosingOutcome {
    /** The account was disabled. */
    CLOSED,
    /** An administrator keeps it open, and says why. */
    DECLINED,
    /** The owner has taken it back. */
    WITHDRAWN
}
