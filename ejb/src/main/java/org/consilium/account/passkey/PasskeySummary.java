package org.consilium.account.passkey;

import java.time.Instant;
import java.util.Optional;

/**
 * A passkey, as its owner sees it.
 *
 * @param name what its owner calls it
 * @param lastUsedAt empty if nobody has signed in with it yet
 * @param backedUp whether its provider keeps a copy, so that losing the device does not lose the passkey
 */
public record PasskeySummary(
        PasskeyId id, String name, Instant createdAt, Optional<Instant> lastUsedAt, boolean backedUp) {}
