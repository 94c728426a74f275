package org.consilium.account.settings;

/**
 * The second factor of an account.
 *
 * @param setUp whether an authenticator app is in use
 * @param required whether the account's role needs one
 * @param recoveryCodesLeft how many can still be used
 */
public record SecondFactorState(boolean setUp, boolean required, int recoveryCodesLeft) {}
