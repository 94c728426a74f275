package org.consilium.account.recovery;

import java.util.Optional;

/**
 * Whether the second factors of an account can be removed by others than its owner.
 *
 * @param possible whether that can be requested: it has second factors, and nobody has requested it
 * @param open the request, if somebody has made one that is open
 */
public record ResetState(boolean possible, Optional<PendingReset> open) {}
