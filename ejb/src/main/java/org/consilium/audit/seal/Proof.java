package org.consilium.audit.seal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What proves the trail today.
 *
 * @param seal the newest; null if there is none
 * @param anchor the newest; null if there is none
 * @param check the last one that was asked for; null if there was none
 * @param publicKey in PEM
 */
public record Proof(
        @Nullable Step seal,
        @Nullable Step anchor,
        @Nullable CheckResult check,
        String publicKey) {

    /** A seal or an anchor. */
    public record Step(long number, Instant at) {}
}
