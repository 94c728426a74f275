package org.consilium.account;

import java.time.Instant;

/**
 * Somebody who has entered the right password, and has to take a second step.
 *
 * @param passwordSalt of the hash of that password: the second step is over when the password is another one
 */
record PendingSignIn(long accountKey, String passwordSalt, Instant expiresAt) {}
