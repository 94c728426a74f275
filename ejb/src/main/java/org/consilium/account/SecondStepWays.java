package org.consilium.account;

/**
 * How somebody can take the second step of a sign-in.
 *
 * @param passkey with a passkey
 * @param code with a code of an authenticator app, or a recovery code
 */
public record SecondStepWays(boolean passkey, boolean code) {}
