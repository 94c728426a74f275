package org.consilium.account.closing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last request of somebody to close their account, as they see it.
 *
 * @param requestedAt null if none is open
 * @param answer why the last one was declined; null if it was not
 */
public record ClosingState(
        @Nullable Instant requestedAt, @Nullable String answer) {

    /** Of somebody who has made none. */
    static final ClosingState NONE = new ClosingState(null, null);
}
